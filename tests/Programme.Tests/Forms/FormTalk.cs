using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Tests.Forms;

/// <summary>A woman filling in a form. Her progress passes through save and load between any two messages.</summary>
internal sealed class FormTalk
{
    private readonly FormDefinition _form;
    private readonly string? _ownPhone;
    private DateOnly _today;

    private readonly PlaceCatalogue _places;

    internal FormTalk(FormDefinition? form = null, DateOnly? today = null, string? ownPhone = "+50761234567", PlaceCatalogue? places = null)
    {
        (_form, _today, _ownPhone, _places) = (form ?? TestForms.Registration, today ?? TestForms.Today, ownPhone, places ?? TestForms.Places);
        Move = Player.Start();
    }

    internal FormMove Move { get; private set; }

    internal FormPlayer Player => new(_form, Around);

    internal FormSurroundings Around => new(_today, _places) { OwnPhone = _ownPhone };

    internal FormProgress Saved => FormProgress.FromJson(StoredJson.Text(Move.Progress, FormProgress.Write))!;

    internal FormTalk Says(params string[] messages)
    {
        foreach (var message in messages) Move = Player.Answer(Saved, message);
        return this;
    }

    internal FormTalk ComesBackAfter(int days)
    {
        _today = _today.AddDays(days);
        Move = Player.Start(Saved);
        return this;
    }

    internal TMove Expects<TMove>() where TMove : FormMove => Assert.IsType<TMove>(Move);

    internal FormTalk Asks(string question, AskReason? reason = null)
    {
        var ask = Expects<FormMove.Ask>();
        Assert.Equal(question, ask.Question.Id);
        if (reason is { } expected) Assert.Equal(expected, ask.Reason);
        return this;
    }

    internal FormTalk Refuses(FormRefusal reason)
    {
        Assert.Equal(reason, Expects<FormMove.Refuse>().Reason);
        return this;
    }

    internal FormAnswer Answer(string question) => Assert.IsType<FormAnswer>(Move.Progress.Answers.GetValueOrDefault(question));

    /// <summary>Everything up to the question, answered the usual way.</summary>
    internal FormTalk UpTo(string question)
    {
        foreach (var (id, answer) in Usual)
        {
            if (id == question) break;
            Says(answer);
        }
        return Asks(question);
    }

    internal FormTalk UpToSummary()
    {
        foreach (var (_, answer) in Usual) Says(answer);
        Says("4826");
        Expects<FormMove.Summary>();
        return this;
    }

    internal static readonly (string Question, string Answer)[] Usual =
    [
        ("nombres", "María Elena"), ("apellidos", "Pérez Santos"), ("nacimiento", "1988"), ("provincia", "coclé"), ("distrito", "anton"),
        ("comunidad", "El Peñón, cerca de la escuela"), ("rubros", "1 y 3"), ("grupo", "sí pues"), ("grupo_personas", "unas 12"),
        ("documento", "8 123 456"), ("telefono", "este"), ("modo", "voz"), ("pin", "4826"),
    ];
}
