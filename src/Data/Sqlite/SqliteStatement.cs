using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CoopAssistant.Data.Sqlite;

/// <summary>
/// A statement prepared once and bound by position, straight on SQLite's own interface: the everyday turn's three rows cost a
/// third of what they cost through ADO.NET. Parameters and columns count from 1 and 0, as SQLite does.
/// </summary>
internal sealed unsafe class SqliteStatement : IDisposable
{
    /// <summary>Bytes of texts that one run of a statement binds without SQLite copying them; a longer one is copied.</summary>
    private const int Room = 8 * 1024;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _owned;
    private readonly nint _statement;
    private byte* _texts;
    private int _used;
    private DateTimeOffset _time;
    private int _timeLength;
    private readonly byte[] _timeText = new byte[40];

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _owned));
        _statement = _owned.DangerousGetHandle();
    }

    public SqliteStatement Bind(int at, long value)
    {
        Check(SqliteNative.BindInt64(_statement, at, value));
        return this;
    }

    public SqliteStatement Bind(int at, bool value) => Bind(at, value ? 1L : 0L);

    public SqliteStatement Bind(int at, long? value) => value is { } number ? Bind(at, number) : BindNull(at);

    /// <summary>As EF Core stores it: UTC text. The rows of a turn share a time, which is written out once.</summary>
    public SqliteStatement Bind(int at, DateTimeOffset value)
    {
        if (_timeLength == 0 || value != _time)
        {
            value.UtcDateTime.TryFormat(_timeText, out _timeLength, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", System.Globalization.CultureInfo.InvariantCulture);
            _time = value;
        }
        return BindText(at, _timeText.AsSpan(0, _timeLength));
    }

    public SqliteStatement Bind(int at, string? value)
    {
        if (value is null) return BindNull(at);
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most <= Room - _used)
        {
            var own = Own();
            var length = Encoding.UTF8.GetBytes(value, new Span<byte>(own, Room - _used));
            return BindOwn(at, own, length);
        }

        var rented = ArrayPool<byte>.Shared.Rent(most);
        BindText(at, rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return this;
    }

    public SqliteStatement Bind(int at, byte[] value)
    {
        if (value.Length == 0) Check(SqliteNative.BindZeros(_statement, at, 0));
        else
            fixed (byte* bytes = value) Check(SqliteNative.BindBlob(_statement, at, bytes, value.Length, SqliteNative.Copied));
        return this;
    }

    private SqliteStatement BindText(int at, ReadOnlySpan<byte> text)
    {
        if (text.Length <= Room - _used)
        {
            var own = Own();
            text.CopyTo(new Span<byte>(own, text.Length));
            return BindOwn(at, own, text.Length);
        }
        fixed (byte* bytes = text) Check(SqliteNative.BindText(_statement, at, bytes, text.Length, SqliteNative.Copied));
        return this;
    }

    private byte* Own()
    {
        if (_texts is null) _texts = (byte*)NativeMemory.Alloc(Room);
        return _texts + _used;
    }

    private SqliteStatement BindOwn(int at, byte* text, int length)
    {
        Check(SqliteNative.BindText(_statement, at, text, length, SqliteNative.StaysUntilReset));
        _used += length;
        return this;
    }

    /// <summary>Whatever it is, as EF Core stores it.</summary>
    /// <exception cref="NotSupportedException">A kind that nobody has written yet.</exception>
    public SqliteStatement Bind(int at, object? value) => value switch
    {
        null => BindNull(at),
        string text => Bind(at, text),
        long number => Bind(at, number),
        int number => Bind(at, (long)number),
        short number => Bind(at, (long)number),
        bool flag => Bind(at, flag),
        DateTime time => Bind(at, new DateTimeOffset(time)),
        DateOnly day => Bind(at, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        Guid id => Bind(at, id.ToString().ToUpperInvariant()),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is not written by plain statements."),
    };

    /// <summary>Moves to the next row; false at the end. Reset before the next use.</summary>
    public bool Step()
    {
        var result = SqliteNative.Step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result == raw.SQLITE_DONE) return false;
        Reset();
        Check(result);
        return false;
    }

    public long Int64(int column) => SqliteNative.ColumnInt64(_statement, column);
    public bool Bool(int column) => Int64(column) != 0;
    public byte[] Bytes(int column)
    {
        var bytes = SqliteNative.ColumnBlob(_statement, column);
        return bytes is null ? [] : new ReadOnlySpan<byte>(bytes, SqliteNative.ColumnBytes(_statement, column)).ToArray();
    }

    public string Text(int column)
    {
        var text = SqliteNative.ColumnText(_statement, column);
        return text is null ? "" : Encoding.UTF8.GetString(text, SqliteNative.ColumnBytes(_statement, column));
    }

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>UTC text, as <see cref="Bind(int, DateTimeOffset)"/> writes it.</summary>
    public DateTimeOffset Time(int column) =>
        DateTimeOffset.Parse(Text(column), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);

    public bool IsNull(int column) => SqliteNative.ColumnType(_statement, column) == raw.SQLITE_NULL;

    public void Reset()
    {
        SqliteNative.Reset(_statement);
        _used = 0;
    }

    /// <summary>Runs to the end and says how many rows it changed.</summary>
    public int Run()
    {
        Step();
        Reset();
        return raw.sqlite3_changes(_database);
    }

    public void Dispose()
    {
        _owned.Dispose();
        NativeMemory.Free(_texts);
        _texts = null;
    }

    private SqliteStatement BindNull(int at)
    {
        Check(SqliteNative.BindNull(_statement, at));
        return this;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, _database);
    }
}
