using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Ledstjarna.App.Tests.Architecture;

/// <summary>
/// Which types each outermost type of a built assembly mentions: base, interfaces, attributes, signatures and method bodies. Constants and
/// <c>nameof</c> leave no trace there and are not seen.
/// </summary>
internal sealed class TypeUses : ISignatureTypeProvider<string, object?>
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => (int)(ushort)o.Value, o => o.OperandType);

    private readonly MetadataReader _metadata;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private TypeUses(MetadataReader metadata) => _metadata = metadata;

    public static ILookup<string, string> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return metadata
            .TypeDefinitions.SelectMany(t =>
                new TypeUses(metadata).Read(file, t).Select(used => (User: OuterName(metadata, t), Used: used))
            )
            .Where(u => u.Used.Length > 0 && u.Used != u.User)
            .Distinct()
            .ToLookup(u => u.User, u => u.Used, StringComparer.Ordinal);
    }

    private HashSet<string> Read(PEReader file, TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        See(type.BaseType);
        foreach (var i in type.GetInterfaceImplementations())
        {
            See(_metadata.GetInterfaceImplementation(i).Interface);
        }

        See(type.GetCustomAttributes());
        foreach (var field in type.GetFields())
        {
            _metadata.GetFieldDefinition(field).DecodeSignature(this, null);
        }

        foreach (var handleOfMethod in type.GetMethods())
        {
            var method = _metadata.GetMethodDefinition(handleOfMethod);
            method.DecodeSignature(this, null);
            See(method.GetCustomAttributes());
            if (method.RelativeVirtualAddress != 0)
            {
                Read(file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }

        return _seen;
    }

    private void Read(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null);
        }

        var il = body.GetILReader();
        while (il.RemainingBytes > 0)
        {
            int code = il.ReadByte();
            code = code == 0xFE ? 0xFE00 | il.ReadByte() : code;
            switch (Operands[code])
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    il.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    il.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    il.Offset += 8;
                    break;
                case OperandType.InlineSwitch:
                    var branches = il.ReadInt32();
                    il.Offset += 4 * branches;
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    See((EntityHandle)MetadataTokens.Handle(il.ReadInt32()));
                    break;
                default:
                    il.Offset += 4;
                    break;
            }
        }
    }

    private void See(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            See(_metadata.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void See(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                _seen.Add(OuterName(_metadata, (TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                _seen.Add(OuterName(_metadata, (TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                break;
            case HandleKind.FieldDefinition:
                See(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                See(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                var member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                See(member.Parent);
                _ =
                    member.GetKind() == MemberReferenceKind.Method
                        ? member.DecodeMethodSignature(this, null).ReturnType
                        : member.DecodeFieldSignature(this, null);
                break;
            case HandleKind.MethodSpecification:
                var specification = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                See(specification.Method);
                specification.DecodeSignature(this, null);
                break;
        }
    }

    private static string OuterName(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.IsNested
            ? OuterName(metadata, type.GetDeclaringType())
            : FullName(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private static string OuterName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? OuterName(metadata, (TypeReferenceHandle)type.ResolutionScope)
            : FullName(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private static string FullName(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    private string Seen(string name)
    {
        _seen.Add(name);
        return name;
    }

    string ISimpleTypeProvider<string>.GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Seen(OuterName(reader, handle));

    string ISimpleTypeProvider<string>.GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Seen(OuterName(reader, handle));

    string ISignatureTypeProvider<string, object?>.GetTypeFromSpecification(
        MetadataReader reader,
        object? genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    string ISimpleTypeProvider<string>.GetPrimitiveType(PrimitiveTypeCode typeCode) => "";

    string IConstructedTypeProvider<string>.GetArrayType(string elementType, ArrayShape shape) => elementType;

    string IConstructedTypeProvider<string>.GetByReferenceType(string elementType) => elementType;

    string IConstructedTypeProvider<string>.GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        genericType;

    string IConstructedTypeProvider<string>.GetPointerType(string elementType) => elementType;

    string ISZArrayTypeProvider<string>.GetSZArrayType(string elementType) => elementType;

    string ISignatureTypeProvider<string, object?>.GetFunctionPointerType(MethodSignature<string> signature) => "";

    string ISignatureTypeProvider<string, object?>.GetGenericMethodParameter(object? genericContext, int index) => "";

    string ISignatureTypeProvider<string, object?>.GetGenericTypeParameter(object? genericContext, int index) => "";

    string ISignatureTypeProvider<string, object?>.GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        unmodifiedType;

    string ISignatureTypeProvider<string, object?>.GetPinnedType(string elementType) => elementType;
}
