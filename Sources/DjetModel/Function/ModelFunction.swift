/// A piece of business logic, which can be called now or offloaded.
///
/// The value is the arguments: what it is encoded to is what a job stores.
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
    /// What it returns: a value that can be encoded, a `File`, or a value that contains files. `Nothing` if
    /// nothing.
    associatedtype Output: Codable & Sendable

    /// The name under which jobs know it, such as `mail.send-letter`. It must never change while jobs
    /// exist.
    static var name: String { get }
    /// The queue that its jobs join unless told otherwise. `default` by default.
    static var queue: String { get }
    /// From 0, which goes first, to 9. 4 by default.
    static var priority: Int { get }
    /// When a failed attempt is tried again. Five attempts by default.
    static var retry: Retry { get }
    /// How long an attempt may take; nil, the default, is as long as it likes.
    static var timeout: Duration? { get }
    /// How its work is committed. `.atomic` by default.
    static var commit: Commit { get }
    /// The right at the root of the tree that it takes to expose it at a node, besides `manage` at the branch.
    /// `manage` by default: who manages a branch alone exposes no function there.
    static var exposedBy: Right { get }

    /// Does it. The same code runs for a call and for a job; `model` is all it knows of the world.
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
    /// The right to manage the whole tree.
    public static var exposedBy: Right { .manage }
}

/// The output of a function that returns nothing.
public struct Nothing: Codable, Sendable, Hashable {
    /// Nothing.
    public init() {}
}
