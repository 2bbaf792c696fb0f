using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Programme.Tests.Groups;

public sealed class GroupCodeTests
{
    [Fact]
    public void A_code_is_found_however_it_is_written()
    {
        var code = GroupCode.Draw();

        foreach (var typed in new[] { code.Spoken, code.Digits, $"GRUPO {code.Spoken}", $"grupo {code.Digits[..3]} {code.Digits[3..]}", $"mi código es {code.Digits}." })
            Assert.True(GroupCode.TryFind(typed, out var found) && found == code, typed);
    }

    [Fact]
    public void A_wrong_digit_or_two_swapped_are_noticed()
    {
        var digits = GroupCode.Draw().Digits;
        for (var i = 0; i < digits.Length; i++)
        {
            var wrong = digits[..i] + (char)('0' + ((digits[i] - '0' + 3) % 10)) + digits[(i + 1)..];
            Assert.False(GroupCode.TryFind(wrong, out _), wrong);
        }
        Assert.False(GroupCode.TryFind("123456", out _));
        Assert.False(GroupCode.TryFind(null, out _));
    }
}
