using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Admin.Registrations;

/// <summary>Why the form does not take an answer, as staff read it.</summary>
internal static class CorrectionWords
{
    public static string Refusal(FormQuestion question, FormRefusal refusal) => refusal switch
    {
        FormRefusal.TooLong => $"Es muy largo. Use hasta {Longest(question.Kind)} letras.",
        FormRefusal.NotAName => "Eso no parece un nombre. Escriba solo el nombre, sin números.",
        FormRefusal.NotYesOrNo => "Elija Sí o No.",
        FormRefusal.NotAnOption => "Elija una opción de la lista.",
        FormRefusal.TooManyOptions => "Son muchas. Elija menos, primero la principal.",
        FormRefusal.NotTogether => "Esa opción va sola: elija esa, o las otras.",
        FormRefusal.NotANumber => "Escriba un número, con cifras.",
        FormRefusal.OutOfRange when question.Kind is QuestionKind.Number limits => $"Escriba un número entre {limits.Min} y {limits.Max}.",
        FormRefusal.NotAYear => "Escriba el año con 4 cifras, o la edad.",
        FormRefusal.AgeOrYear => "No se sabe si es la edad o el año. Escriba la edad con la palabra años, o el año con 4 cifras.",
        FormRefusal.TooYoung => "Con ese año sería menor de edad: el programa registra a personas adultas.",
        FormRefusal.NotAPhone or FormRefusal.NoNumberHere => "Ese número no parece completo. Escríbalo con todas sus cifras.",
        FormRefusal.NotADocument => "Ese número no parece completo. Revíselo" + (question.Example is { } example ? $"; por ejemplo: {example}." : "."),
        FormRefusal.UnknownPlace => "Ese lugar no está en la lista. Escríbalo completo.",
        FormRefusal.MayNotSkip or FormRefusal.MayNotComeLater => "Esta respuesta hace falta: no se puede quitar.",
        _ => "No se pudo leer. Escríbalo con letras o números.",
    };

    private static int Longest(QuestionKind kind) => kind switch { QuestionKind.Text text => text.MaxLength, QuestionKind.Name name => name.MaxLength, _ => 80 };
}
