/// A value on its way to the server. The server decides its type from where it stands in the statement.
public enum Parameter: Sendable, Hashable {
    /// SQL's null.
    case null
    /// A value in its text form. It must not contain a zero byte, which PostgreSQL's texts cannot hold.
    case text(String)
    /// The bytes of a `bytea`, sent as they are.
    case bytes([UInt8])
}

/// A type whose values can be parameters of a statement.
public protocol ParameterConvertible: Sendable {
    /// The value as it is sent.
    var parameter: Parameter { get }
}
