using System.Text;

namespace CoopAssistant.Programme.Registrations;

/// <summary>The page <c>docs/lifecycle.md</c>: drawn from the declaration, so that it cannot say anything else.</summary>
public static class LifecyclePage
{
    /// <summary>Markdown with a Mermaid diagram and the same as a table; ends with a line break.</summary>
    public static string Render()
    {
        var page = new StringBuilder("""
            # The life of a registration

            Drawn from `src/Programme/Registrations/RegistrationLifecycle.cs`; a test compares. Whatever is not listed here is refused.
            Each step keeps its author, its time and, where marked with *, a reason. The woman is told of every step that staff take.


            """.ReplaceLineEndings("\n"));
        page.Append("```mermaid\n").Append(RegistrationLifecycle.Rules.ToMermaid(RegistrationStatus.Received)).Append("```\n\n");
        page.Append("| From | Step | To |\n|---|---|---|\n");
        foreach (var status in Enum.GetValues<RegistrationStatus>())
            foreach (var trigger in RegistrationLifecycle.Rules.PermittedFrom(status))
            {
                RegistrationLifecycle.Rules.TryMove(status, trigger, out var next);
                page.Append("| ").Append(status).Append(" | ").Append(trigger).Append(RegistrationLifecycle.NeedsDetail(trigger) ? "*" : "").Append(" | ").Append(next).Append(" |\n");
            }
        return page.ToString();
    }
}
