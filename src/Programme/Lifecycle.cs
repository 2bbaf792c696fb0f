using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CoopAssistant.Programme;

/// <summary>
/// States and what moves between them, declared in the manner of Stateless: <c>Configure(state).Permit(trigger, next)</c>.
/// Holds no current state: entities keep theirs and ask here. Draws itself as a Mermaid diagram.
/// </summary>
public sealed class Lifecycle<TState, TTrigger> where TState : struct, Enum where TTrigger : struct, Enum
{
    private readonly Dictionary<TState, List<(TTrigger Trigger, TState Next)>> _rules = [];

    public StateRules Configure(TState state)
    {
        if (!_rules.TryGetValue(state, out var rules)) _rules[state] = rules = [];
        return new StateRules(state, rules);
    }

    public IReadOnlyList<TTrigger> PermittedFrom(TState state) =>
        _rules.TryGetValue(state, out var rules) ? [.. rules.Select(r => r.Trigger)] : [];

    public bool TryMove(TState state, TTrigger trigger, out TState next)
    {
        next = state;
        if (!_rules.TryGetValue(state, out var rules)) return false;
        foreach (var rule in rules)
        {
            if (!EqualityComparer<TTrigger>.Default.Equals(rule.Trigger, trigger)) continue;
            next = rule.Next;
            return true;
        }
        return false;
    }

    /// <summary>The declaration as Mermaid <c>stateDiagram-v2</c> text, states and triggers in declared order.</summary>
    public string ToMermaid(TState start)
    {
        var text = new StringBuilder("stateDiagram-v2\n").Append("    [*] --> ").Append(start).Append('\n');
        foreach (var (state, rules) in _rules)
            foreach (var (trigger, next) in rules)
                text.Append("    ").Append(state).Append(" --> ").Append(next).Append(": ").Append(trigger).Append('\n');
        return text.ToString();
    }

    /// <summary>The rules of one state.</summary>
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "Only met inside a declaration.")]
    public sealed class StateRules
    {
        private readonly TState _state;
        private readonly List<(TTrigger Trigger, TState Next)> _rules;

        internal StateRules(TState state, List<(TTrigger, TState)> rules) => (_state, _rules) = (state, rules);

        /// <exception cref="InvalidOperationException">The trigger is declared twice for this state.</exception>
        public StateRules Permit(TTrigger trigger, TState next)
        {
            if (_rules.Any(r => EqualityComparer<TTrigger>.Default.Equals(r.Trigger, trigger)))
                throw new InvalidOperationException($"{_state} already says where {trigger} leads.");
            _rules.Add((trigger, next));
            return this;
        }
    }
}
