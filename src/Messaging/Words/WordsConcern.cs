namespace CoopAssistant.Messaging.Words;

/// <summary>Something to be put right before publishing, with the place to do it.</summary>
/// <param name="Stops">It keeps the words from being published; else the editor may go on.</param>
/// <param name="Anchor">Id of the field in the editor: <c>texto</c>, <c>texto-2</c>, <c>formas</c>, <c>linea-1</c>.</param>
public sealed record WordsConcern(bool Stops, string Anchor, string What);
