using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Wording;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Values of options that mean the same wherever they are offered. They hold a colon, so nobody types one by chance.</summary>
internal static class Choices
{
    public const string Yes = "say:yes";
    public const string No = "say:no";
    public const string More = "page:more";

    /// <summary>An option that goes to a dialog: go:menu.</summary>
    public const string Go = "go:";
    public const string Topic = "faq:";
    public const string Resume = "go:on";
    public const string CallMe = "violence:call";

    /// <summary>Options a small screen holds without scrolling.</summary>
    public const int MostOnAPage = 7;

    public static Option Option(this Speech say, string value, TextKey label) => new(value, say[label]);

    public static Option ToMenu(this Speech say) => say.Option(Go + DialogNames.Menu, Texts.OptionMenu);

    public static Option ToPerson(this Speech say) => say.Option(Go + DialogNames.Person, Texts.OptionPerson);

    public static IReadOnlyList<Option> YesOrNo(this Speech say) => [say.Option(Yes, Texts.OptionYes), say.Option(No, Texts.OptionNo)];

    /// <summary>What she answered to a question that is asked with yes and no, by its option or in her words; null where it was neither.</summary>
    public static bool? SaidYes(this TurnContext turn) => turn.Text switch
    {
        Yes => true,
        No => false,
        var words => Programme.Identity.YesOrNo.Read(words),
    };

    /// <summary>One page of a long list; where it goes on, its last option is "more", and after the last page the first comes again.</summary>
    public static IReadOnlyList<Option> Page(this Speech say, IReadOnlyList<Option> all, int page, int most = MostOnAPage)
    {
        if (all.Count <= most) return all;
        var perPage = most - 1;
        var pages = (all.Count + perPage - 1) / perPage;
        return [.. all.Skip(page % pages * perPage).Take(perPage), say.Option(More, Texts.OptionMore)];
    }
}

internal static partial class Texts
{
    public static readonly TextKey OptionYes = Label("option.yes");
    public static readonly TextKey OptionNo = Label("option.no");
    public static readonly TextKey OptionMore = Label("option.more");
    public static readonly TextKey OptionAgain = Text("option.again");
    public static readonly TextKey OptionMenu = Label("option.menu");
    public static readonly TextKey OptionPerson = Label("option.person");
}
