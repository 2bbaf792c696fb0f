using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Bot.Tests.Dialogs;

public class FormTalkTests
{
    private static readonly FormProgress Here = new() { Form = "registro", Question = "nombres", TouchedOn = new DateOnly(2026, 3, 10) };

    [Fact]
    public void What_was_just_kept_need_not_be_read()
    {
        var state = FormTalk.Keep(new ConversationState(), Notes.Form, Here);

        Assert.Same(Here, FormTalk.Progress(state, Notes.Form));
    }

    [Fact]
    public void After_a_load_it_is_read_from_its_note()
    {
        var state = StoredState.Read(StoredState.Write(FormTalk.Keep(new ConversationState(), Notes.Form, Here)))!;

        var read = FormTalk.Progress(state, Notes.Form)!;

        Assert.NotSame(Here, read);
        Assert.Equal(Here with { Answers = read.Answers }, read);
    }

    [Fact]
    public void A_note_that_changed_since_counts_more_than_what_is_remembered()
    {
        var kept = FormTalk.Keep(new ConversationState(), Notes.Form, Here);
        var changed = kept.With(Notes.Form, (Here with { Question = "apellidos" }).ToJson());

        Assert.Equal("apellidos", FormTalk.Progress(changed, Notes.Form)!.Question);
        Assert.Null(FormTalk.Progress(kept, Notes.FollowUpForm));
        Assert.Null(FormTalk.Progress(kept.Without(Notes.Form), Notes.Form));
    }
}
