using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Ledstjarna.App.Tests.Architecture;

/// <summary>The calls that a method makes, in the order they stand, into the methods of its own type and through await.</summary>
internal static class FirstCalls
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value);

    /// <summary>What lies behind a lambda comes where the lambda is made.</summary>
    public static IEnumerable<MethodBase> Of(MethodBase method) => Of(method, method.DeclaringType!, []);

    private static IEnumerable<MethodBase> Of(MethodBase method, Type home, HashSet<MethodBase> seen)
    {
        if (!seen.Add(method))
        {
            yield break;
        }

        var body = method.GetCustomAttribute<AsyncStateMachineAttribute>()?.StateMachineType is { } machine
            ? machine.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic)!
            : method;
        foreach (var called in CallsIn(body))
        {
            if (IsAtHome(called.DeclaringType, home) && called is MethodInfo)
            {
                foreach (var inner in Of(called, home, seen))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return called;
            }
        }
    }

    private static bool IsAtHome(Type? type, Type home)
    {
        for (; type is not null; type = type.DeclaringType)
        {
            if (type == home)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<MethodBase> CallsIn(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i < code.Length; )
        {
            var opCode = code[i] == 0xFE ? Codes[unchecked((short)(0xFE00 | code[i + 1]))] : Codes[code[i]];
            i += opCode.Size;
            if (opCode.OperandType == OperandType.InlineMethod)
            {
                yield return method.Module.ResolveMethod(
                    BitConverter.ToInt32(code, i),
                    method.DeclaringType!.GetGenericArguments(),
                    method.IsGenericMethod ? method.GetGenericArguments() : null
                )!;
            }

            i += opCode.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, i)),
                _ => 4,
            };
        }
    }
}
