using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Recordings;
using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Recordings;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Corrections;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Transcripts;

/// <summary>Plays a transcript through a house and writes down what happened, in the same form.</summary>
internal sealed partial class Staging(House house)
{
    private const string Staff = "registradora";

    private readonly StringBuilder _played = new();
    private readonly Dictionary<string, string> _folios = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _contacts = new(StringComparer.Ordinal);
    private readonly HashSet<(long, string)> _ticketsTold = [];
    private long _lastMessage;

    public async Task<string> Play(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
            switch (step)
            {
                case Step.Prose prose: Write(prose.Text); break;
                case Step.Says says: await Say(says); break;
                case Step.Happens happens: await Happen(happens.Text); break;
            }
        return _played.ToString().TrimEnd() + "\n";
    }

    private async Task Say(Step.Says says)
    {
        Write($"**{says.Who} ({says.Phone}):** {says.Text}");
        var outcome = await house.Says(Sent(NumberOf(says.Phone), says.Text));
        _contacts[says.Phone] = outcome.ContactId;
        var stored = await Messages(m => m.Id == outcome.InboundMessageId);
        if (stored is [{ Text.Length: 0 }] && !says.Text.StartsWith('(')) Note("Lo que escribió no se guarda.");
        foreach (var reply in outcome.Replies) Write($"{Transcript.Assistant} {Shown(reply)}");
        if (outcome.Replies.Count == 0) Note("El asistente no contesta.");
        if (outcome.Result != Bot.Turns.TurnResult.Answered) Note($"Resultado: {outcome.Result}.");
        await TellOthers(outcome.ContactId);
        await TellTickets();
        _lastMessage = await house.Use<MessagingDb, long>(async db => await db.Messages.MaxAsync(m => (long?)m.Id) ?? 0);
    }

    /// <summary>What she did may be news for others.</summary>
    private async Task TellOthers(long her)
    {
        foreach (var message in await Messages(m => m.Id > _lastMessage && m.ConversationId != her && m.Direction == MessageDirection.Outbound))
            Write($"{Transcript.Notice} ({_contacts.First(contact => contact.Value == message.ConversationId).Key}):** {Heard(message)}");
    }

    /// <summary>What she reads unasked, and the file that goes with it.</summary>
    private string Heard(Message message) =>
        string.Join('\n', new[] { Hidden(message.Text), MessageExtras.Read(message.Extras).Media is { } file ? $"[{file.Name}]" : "" }.Where(line => line.Length > 0));

    private InboundMessage Sent(string phone, string text)
    {
        foreach (var (folio, name) in _folios) text = text.Replace(name, folio, StringComparison.Ordinal);
        foreach (var (code, name) in _codes.Concat(_doors)) text = text.Replace(name, code, StringComparison.Ordinal);
        if (Letters().Match(text) is { Success: true } many) text = new string('a', int.Parse(many.Groups["n"].Value, CultureInfo.InvariantCulture));
        return text switch
        {
            "(manda un audio)" => house.NewMessage(phone, "") with { Media = [new InboundMedia("https://example.org/a", "audio/ogg")] },
            "(manda una foto)" => house.NewMessage(phone, "") with { Media = [new InboundMedia("https://example.org/f", "image/jpeg")] },
            "(manda su ubicación)" => house.NewMessage(phone, "") with { Location = new InboundLocation(8.4, -80.2, null) },
            _ => house.NewMessage(phone, text),
        };
    }

    /// <summary>"teléfono 1" is a Panamanian mobile, "celular 1" a Bolivian one, "navegador 1" the chat of the ministry's site.</summary>
    public static string NumberOf(string phone) => phone.StartsWith("navegador", StringComparison.Ordinal) ? phone :
        (phone.StartsWith("celular", StringComparison.Ordinal) ? "+5917000000" : "+5076000000") + phone[^1];

    private async Task Happen(string text)
    {
        Write("> " + text);
        if (Time(text) is { } time) house.Clock.Advance(time);
        else await Act(text);

        foreach (var message in await Messages(m => m.Id > _lastMessage && m.Direction == MessageDirection.Outbound))
        {
            _lastMessage = message.Id;
            var phone = _contacts.First(contact => contact.Value == message.ConversationId).Key;
            Write($"{Transcript.Notice} ({phone}):** {Heard(message)}");
        }
        await TellTickets();
    }

    private async Task Act(string text)
    {
        if (await PosterAct(text) is { } isHung)
        {
            if (!isHung) Note("No se puede.");
            return;
        }
        var done = text switch
        {
            _ when Move().Match(text) is { Success: true } move => await MoveOn(move.Groups["who"].Value, Triggers[move.Groups["what"].Value], move.Groups["detail"].Value),
            _ when text.StartsWith("La funcionaria responde: ", StringComparison.Ordinal) => await Reply(text["La funcionaria responde: ".Length..]),
            _ when Unlocks().Match(text) is { Success: true } locked => await Unlock(FolioOf(locked.Groups["who"].Value)),
            _ when Corrects().Match(text) is { Success: true } right => await Correct(right.Groups["question"].Value, FolioOf(right.Groups["who"].Value), right.Groups["value"].Value),
            "La funcionaria devuelve la conversación." => await house.Use<HandBack, bool>(async back => await back.Handle(await OpenTicket(), CancellationToken.None) == TicketResult.Done),
            _ when Records().Match(text) is { Success: true } records => await Record(records.Groups["lesson"].Value),
            _ when RecordsStatus().Match(text) is { Success: true } says => await RecordStatus(says.Groups["code"].Value),
            _ when Studies().Match(text) is { Success: true } studies => await Study(studies.Groups["phone"].Value, studies.Groups["left"].Value),
            "La funcionaria cierra el caso." => await house.Use<CloseTicket, bool>(async close => await close.Handle(await OpenTicket(), CancellationToken.None) == TicketResult.Done),
            _ => await GroupAct(text) ?? await MeetingAct(text) ?? await AllyAct(text) ?? await FollowUpAct(text) ?? throw new FormatException($"No one here knows how to do this: {text}"),
        };
        if (!done) Note("No se puede.");
    }

    private static readonly Dictionary<string, RegistrationTrigger> Triggers = new(StringComparer.Ordinal)
    {
        ["revisa"] = RegistrationTrigger.Review,
        ["pide"] = RegistrationTrigger.AskForInformation,
        ["acepta"] = RegistrationTrigger.Accept,
        ["pone en lista de espera"] = RegistrationTrigger.PutOnWaitingList,
        ["declara fuera de cobertura"] = RegistrationTrigger.DeclareOutOfCoverage,
        ["cierra"] = RegistrationTrigger.Close,
        ["abre otra vez"] = RegistrationTrigger.Reopen,
    };

    private async Task<bool> MoveOn(string who, RegistrationTrigger trigger, string detail)
    {
        var folio = _folios.First(known => known.Value == who).Key.Replace("-", "", StringComparison.Ordinal);
        var id = await house.Use<ProgrammeDb, RegistrationId>(db => db.Registrations.Where(r => r.Folio == folio).Select(r => r.Id).SingleAsync());
        var request = new MoveRegistration.Request(id, trigger, Staff, detail.Length > 0 ? detail : "revisión");
        return await house.Use<MoveRegistration, bool>(async move => await move.Handle(request, CancellationToken.None) == MoveResult.Moved);
    }

    private async Task<bool> Correct(string question, string folio, string value)
    {
        var canonical = folio.Replace("-", "", StringComparison.Ordinal);
        var seen = await house.Use<ProgrammeDb, Registration>(db => db.Registrations.AsNoTracking().SingleAsync(r => r.Folio == canonical));
        return await house.Use<CorrectAnswer, bool>(async correct =>
            await correct.Handle(new(seen.Id, question, value, "lo dijo ella", Staff, seen.Version, null), CancellationToken.None) is CorrectionResult.Corrected);
    }

    private async Task<bool> Unlock(string folio)
    {
        var canonical = folio.Replace("-", "", StringComparison.Ordinal);
        var (id, version) = await house.Use<ProgrammeDb, (RegistrationId, int)>(async db =>
        {
            var registration = await db.Registrations.AsNoTracking().SingleAsync(r => r.Folio == canonical);
            return (registration.Id, await db.Participants.Where(p => p.Id == registration.ParticipantId).Select(p => p.Version).SingleAsync());
        });
        return await house.Use<UnlockParticipant, bool>(async unlock => await unlock.Handle(new(id, Staff, version, null), CancellationToken.None) == UnlockResult.Unlocked);
    }

    private async Task<bool> Reply(string text)
    {
        var ticket = await OpenTicket();
        await house.Use<TakeTicket, TicketResult>(take => take.Handle(ticket, Staff, CancellationToken.None));
        return await house.Use<ReplyToTicket, bool>(async reply => await reply.Handle(new(ticket, Staff, text), CancellationToken.None) is ReplyResult.Said or ReplyResult.Parked);
    }

    /// <summary>A voice of three seconds for every message of a lesson but the last.</summary>
    private async Task<bool> Record(string lessonId)
    {
        var voice = await File.ReadAllBytesAsync(Path.Combine(ContentFolder.Path, "..", "tests", "Transcripts", "voz.ogg"));
        var lesson = house.Course.Find(lessonId, "PA")!;
        foreach (var message in lesson.Messages.SkipLast(1))
            await house.Use<SaveRecording, SaveRecordingResult>(save => save.Handle(new(house.Course.Id, lessonId, "es", null, message.Text, voice, "editora"), CancellationToken.None));
        return true;
    }

    /// <summary>A voice of three seconds for what a status or step says.</summary>
    private async Task<bool> RecordStatus(string code)
    {
        var voice = await File.ReadAllBytesAsync(Path.Combine(ContentFolder.Path, "..", "tests", "Transcripts", "voz.ogg"));
        return await house.Use<SaveStatusVoice, SaveStatusVoiceResult>(save => save.Handle(new("PA", code, "es", voice, "editora"), CancellationToken.None)) is SaveStatusVoiceResult.Saved;
    }

    /// <summary>She does all lessons that count but one, out of sight.</summary>
    private async Task<bool> Study(string phone, string left)
    {
        var contact = _contacts[phone];
        var participant = await house.Use<MessagingDb, ParticipantId>(db => db.ContactParticipants.Where(l => l.ContactId == contact).Select(l => l.ParticipantId).SingleAsync());
        foreach (var id in house.Course.LessonsThatCount("PA").Where(id => id != left))
        {
            var lesson = house.Course.Find(id, "PA")!;
            var right = lesson.Questions.Select((question, at) => new GivenAnswer(at, question.RightChoice)).ToList();
            await house.Use<IServiceProvider, bool>(async scope =>
            {
                await scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Ending(new(participant, contact), house.Course.Id, lesson, lesson.VersionId, "PA", right, house.Clock.GetUtcNow())));
                return true;
            });
        }
        return true;
    }

    private Task<long> OpenTicket() => house.Use<MessagingDb, long>(db => db.Tickets.Where(t => t.ClosedAt == null).OrderByDescending(t => t.Id).Select(t => t.Id).FirstAsync());

    private Task<List<Message>> Messages(System.Linq.Expressions.Expression<Func<Message, bool>> which) =>
        house.Use<MessagingDb, List<Message>>(db => db.Messages.AsNoTracking().Where(which).OrderBy(m => m.Id).ToListAsync());

    private async Task TellTickets()
    {
        foreach (var ticket in await house.Use<MessagingDb, List<Ticket>>(db => db.Tickets.AsNoTracking().OrderBy(t => t.Id).ToListAsync()))
            if (_ticketsTold.Add((ticket.Id, ticket.Reason)))
                Note($"El personal recibe un caso: {ticket.Reason}.");
    }

    private string Shown(OutgoingMessage message) =>
        string.Join('\n', new[] { Hidden(message.Text), message.Media is { } file ? $"[{file.Name}]" : "" }.Where(line => line.Length > 0)) + string.Concat(message.Options.Select((option, i) => $"\n{(i + 1).ToString(CultureInfo.InvariantCulture)}. {option.Label}"));

    /// <summary>Folios are drawn by chance: the first becomes {folio 1}.</summary>
    private string Hidden(string text) => WithoutCodes(Folio().Replace(text, found =>
    {
        if (found.Value.EndsWith("-1234-5678", StringComparison.Ordinal)) return found.Value;
        if (!_folios.TryGetValue(found.Value, out var name)) _folios[found.Value] = name = $"{{folio {_folios.Count + 1}}}";
        return name;
    }));

    private static TimeSpan? Time(string text) => Later().Match(text) is { Success: true } later
        ? Units[later.Groups["unit"].Value is "mes" or "meses" ? "mes" : later.Groups["unit"].Value.TrimEnd('s')] * (Array.IndexOf(Numbers, later.Groups["n"].Value) is >= 0 and var n ? (n / 2) + 1 : int.Parse(later.Groups["n"].Value, CultureInfo.InvariantCulture))
        : text == "(al día siguiente)" ? TimeSpan.FromDays(1) : null;

    private static readonly string[] Numbers = ["un", "una", "dos", "dos", "tres", "tres", "cuatro", "cuatro", "cinco", "cinco", "seis", "seis"];

    private static readonly Dictionary<string, TimeSpan> Units = new(StringComparer.Ordinal)
    {
        ["minuto"] = TimeSpan.FromMinutes(1), ["hora"] = TimeSpan.FromHours(1), ["día"] = TimeSpan.FromDays(1), ["semana"] = TimeSpan.FromDays(7),
        ["mes"] = TimeSpan.FromDays(30),
    };

    private void Note(string text) => Write($"{Transcript.Note} {text}");

    private void Write(string block) => _played.Append(block).Append("\n\n");

    [GeneratedRegex(@"\b[A-Z]{2}-\d{4}-\d{4}\b", RegexOptions.None, 500)]
    private static partial Regex Folio();

    [GeneratedRegex(@"^\((?<n>\w+) (?<unit>minutos?|horas?|días?|semanas?|mes|meses) después\)$", RegexOptions.None, 500)]
    private static partial Regex Later();

    [GeneratedRegex(@"^La registradora (?<what>revisa|pide|acepta|pone en lista de espera|declara fuera de cobertura|cierra|abre otra vez) a (?<who>\{folio \d\})(?:: (?<detail>.+)|\.)$", RegexOptions.None, 500)]
    private static partial Regex Move();

    [GeneratedRegex(@"^La registradora corrige (?<question>[a-z_]+) de (?<who>\{folio \d\}): (?<value>.+)$", RegexOptions.None, 500)]
    private static partial Regex Corrects();

    [GeneratedRegex(@"^La registradora desbloquea a (?<who>\{folio \d\})\.$", RegexOptions.None, 500)]
    private static partial Regex Unlocks();

    [GeneratedRegex(@"^La editora graba la lección (?<lesson>[\d.]+)\.$", RegexOptions.None, 500)]
    private static partial Regex Records();

    [GeneratedRegex(@"^La editora graba la voz de (?<code>[\w.-]*\w)\.$", RegexOptions.None, 500)]
    private static partial Regex RecordsStatus();

    [GeneratedRegex(@"^En el (?<phone>teléfono \d) termina todas las lecciones, menos la (?<left>[\d.]+)\.$", RegexOptions.None, 500)]
    private static partial Regex Studies();

    [GeneratedRegex(@"^\(escribe (?<n>\d+) letras\)$", RegexOptions.None, 500)]
    private static partial Regex Letters();
}
