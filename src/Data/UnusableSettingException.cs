namespace CoopAssistant.Data;

/// <summary>A setting that cannot be used stops the start. The message is a whole sentence that names it and says what to do.</summary>
public sealed class UnusableSettingException(string sentence, Exception? cause = null) : Exception(sentence, cause);
