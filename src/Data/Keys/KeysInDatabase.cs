using System.Data.Common;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Data.Keys;

/// <summary>
/// Keeps data protection's keys in the database, so that every process and every restart reads the same cookies. By plain
/// commands: the framework asks at start, before EF Core need be awake.
/// </summary>
internal sealed class KeysInDatabase(Database database) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements() =>
        Run("SELECT xml FROM protection_keys ORDER BY id", command =>
        {
            using var reader = command.ExecuteReader();
            var keys = new List<XElement>();
            while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
            return keys;
        });

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        Run("INSERT INTO protection_keys (name, xml) VALUES (@name, @xml)", command =>
        {
            Add(command, "@name", friendlyName);
            Add(command, "@xml", element.ToString(SaveOptions.DisableFormatting));
            return command.ExecuteNonQuery();
        });
    }

    /// <summary>The framework's interface is synchronous; this runs at start and when a key is made, four times a year.</summary>
    private T Run<T>(string sql, Func<DbCommand, T> use)
    {
        using var connection = database.OpenNow();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant texts of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        return use(command);
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
