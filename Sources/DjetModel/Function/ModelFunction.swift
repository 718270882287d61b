/// A piece of business logic that can be called or offloaded.
///
/// The value holds the arguments; a job stores it encoded.
///
/// ```swift
/// struct Greet: ModelFunction {
///     static let name = "greet"
///     var whom: String
///
///     func run(in model: Model) async throws -> String { "Hello, \(whom)" }
/// }
/// let now = try await model.call(Greet(whom: "Ada"))
/// let later = try await model.offload(Greet(whom: "Ada")).value
/// ```
public protocol ModelFunction: Codable, Sendable {
    /// The type that it returns: a value that can be encoded, a `File`, or a value that contains files.
    /// `Nothing` for none.
    associatedtype Output: Codable & Sendable

    /// The name in jobs, such as `mail.send-letter`. It must not change while jobs exist.
    static var name: String { get }
    /// The queue that its jobs join by default: `default`, unless it says otherwise.
    static var queue: String { get }
    /// The priority of its jobs by default, from 0, which goes first, to 9. 4 unless it says otherwise.
    static var priority: Int { get }
    /// The rule for repeating failed attempts. Five attempts by default.
    static var retry: Retry { get }
    /// The longest time of an attempt; nil, the default, is no limit.
    static var timeout: Duration? { get }
    /// The way its work is committed. `.atomic` by default.
    static var commit: Commit { get }
    /// The rule by which its jobs are unique; nil, the default, if they are not.
    static var unique: Unique? { get }
    /// The argument whose value is the key of its jobs in queues with a key, such as `customer` or
    /// `order.customer`; nil, the default, for the one that the queue's limits name.
    static var limitKey: String? { get }
    /// The parts of its jobs that are encrypted. None by default.
    static var secret: Secret { get }
    /// The right at the root of the tree that exposing the function at a node takes, besides `manage` at the
    /// branch. `manage` by default: the manager of a branch alone exposes no function there.
    static var exposedBy: Right { get }
    /// The hints below the fields of its form, by the path of the argument: `dates`, `columns.number`. None
    /// by default.
    static var hints: [String: String] { get }
    /// The types of the signals that it waits for, by their names: a value of another type is refused when
    /// it is sent. None by default; a signal without a type takes any value.
    static var signals: [String: any (Codable & Sendable).Type] { get }

    /// Runs the function, for a call and for a job alike. `model` is its only access to the world.
    func run(in model: Model) async throws -> Output
}

extension ModelFunction {
    /// `default`.
    public static var queue: String { "default" }
    /// 4.
    public static var priority: Int { 4 }
    /// Five attempts, with exponential back-off.
    public static var retry: Retry { Retry() }
    /// No limit.
    public static var timeout: Duration? { nil }
    /// One transaction.
    public static var commit: Commit { .atomic }
    /// Not unique.
    public static var unique: Unique? { nil }
    /// The queue's.
    public static var limitKey: String? { nil }
    /// None.
    public static var secret: Secret { .nothing }
    /// The right to manage the whole tree.
    public static var exposedBy: Right { .manage }
    /// None.
    public static var hints: [String: String] { [:] }
    /// None.
    public static var signals: [String: any (Codable & Sendable).Type] { [:] }
}

/// The output of a function that returns nothing.
public struct Nothing: Codable, Sendable, Hashable {
    /// The empty value.
    public init() {}
}
