using System.Text.Json;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Bot.Turns;

/// <summary>A state as the bytes that are stored.</summary>
internal static class StoredState
{
    /// <summary>Earlier releases kept unfinished forms as notes, in JSON of their own.</summary>
    private const string FormNote = "form", FollowUpFormNote = "followUpForm";

    public static byte[] Write(ConversationState state) => StoredJson.Bytes(state, Write);

    /// <summary>Null where the bytes are no state, or one of a later release.</summary>
    public static ConversationState? Read(ReadOnlySpan<byte> stored)
    {
        try
        {
            var state = JsonSerializer.Deserialize(stored, ConversationStateJson.Default.ConversationState);
            if (state is not { Schema: <= ConversationState.CurrentSchema }) return null;
            var marks = state.SeenMarks ?? ""; // what is not there is read as null
            return WithForms(state with { SeenMarks = state.Seen is { } ids ? ids.Select(SeenIds.MarkOf).Aggregate(marks, SeenIds.With) : marks, Seen = null });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ConversationState WithForms(ConversationState state) => state.Notes is { } notes && (notes.ContainsKey(FormNote) || notes.ContainsKey(FollowUpFormNote))
        ? state with
        {
            Form = FormProgress.FromJson(notes.GetValueOrDefault(FormNote)) ?? state.Form,
            FollowUpForm = FormProgress.FromJson(notes.GetValueOrDefault(FollowUpFormNote)) ?? state.FollowUpForm,
            Notes = notes.Where(note => note.Key is not (FormNote or FollowUpFormNote)).ToDictionary(StringComparer.Ordinal),
        }
        : state;

    /// <summary>By hand, with every message of hers; members that say nothing are left out, but for the lists.</summary>
    private static void Write(Utf8JsonWriter json, ConversationState state)
    {
        json.WriteStartObject();
        json.WriteNumber("schema"u8, state.Schema);
        if (state.Country is not null) json.WriteString("country"u8, state.Country);
        json.WriteString("language"u8, state.Language);
        if (state.PrefersAudio) json.WriteBoolean("prefersAudio"u8, true);
        if (state.ConsentVersion is not null) json.WriteString("consentVersion"u8, state.ConsentVersion);
        if (state.Dialog is not null) json.WriteString("dialog"u8, state.Dialog);
        if (state.Step is not null) json.WriteString("step"u8, state.Step);
        json.WriteStartObject("notes"u8);
        foreach (var (name, note) in state.Notes) json.WriteString(name, note);
        json.WriteEndObject();
        WriteTexts(json, "offeredValues"u8, state.OfferedValues);
        WriteTexts(json, "offeredLabels"u8, state.OfferedLabels);
        json.WriteStartArray("participants"u8);
        foreach (var participant in state.Participants) json.WriteStringValue(participant);
        json.WriteEndArray();
        if (state.Refusals != 0) json.WriteNumber("refusals"u8, state.Refusals);
        if (state.LastDay != 0) json.WriteNumber("lastDay"u8, state.LastDay);
        if (state.Failures != 0) json.WriteNumber("failures"u8, state.Failures);
        json.WriteString("seenMarks"u8, state.SeenMarks);
        WriteForm(json, "form"u8, state.Form);
        WriteForm(json, "followUpForm"u8, state.FollowUpForm);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < texts.Count; i++) json.WriteStringValue(texts[i]);
        json.WriteEndArray();
    }

    private static void WriteForm(Utf8JsonWriter json, ReadOnlySpan<byte> name, FormProgress? form)
    {
        if (form is null) return;
        json.WritePropertyName(name);
        FormProgress.Write(json, form);
    }
}
