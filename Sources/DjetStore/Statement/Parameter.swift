/// A value for the server, which infers its type from its place in the statement.
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
    /// The value in the form that is sent.
    var parameter: Parameter { get }
}
