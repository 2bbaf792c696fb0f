using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Registrations;

/// <summary>A decision on its way: which step, on which version of the registration, and what was written beside it.</summary>
public sealed class MoveForm
{
    public RegistrationTrigger Trigger { get; set; }
    public int Version { get; set; }
    public string? Detail { get; set; }
}
