public import DjetModel

/// One thing that can be asked of a node: a method, a path below it, and what is done then.
public struct Route: Sendable {
    /// Does what was asked for.
    public typealias Action = @Sendable (Visit) async throws -> Reply

    /// How it is asked for.
    public enum Method: String, Sendable {
        /// To read; HEAD is answered by it too.
        case get = "GET"
        /// To have something done.
        case post = "POST"
        /// To put something in the place of what is there.
        case put = "PUT"
        /// To change a part.
        case patch = "PATCH"
        /// To remove.
        case delete = "DELETE"
    }

    /// How it is asked for.
    public let method: Method
    /// Below the node.
    public let path: RoutePath
    /// What the visitor must be allowed.
    public let right: Right
    /// What it does, in a few words, for the people who read the OpenAPI document.
    public let summary: String
    /// What its query may hold. Anything else is refused.
    public let query: [QueryField]
    /// What it wants to be sent.
    public let body: BodyShape
    /// The longest body that it takes, in bytes, where that is less than the site's limit for values.
    public let longestBody: Int?
    /// What it answers if all goes well.
    public let answer: AnswerShape
    /// The statuses of problems that it can have besides those that follow from all this.
    public let problems: [Int]
    let action: Action

    /// A route.
    ///
    /// - Parameters:
    ///   - method: `.get`, which answers HEAD too, or another.
    ///   - path: below the node: empty for the node itself, `{name}` for a segment, `{name:int}` for one that
    ///     is a whole number, `{name*}` for all the rest.
    ///   - longestBody: in bytes; 16 kB for a route that wants no body, otherwise the site's limit unless told
    ///     otherwise. Whoever has not signed in should not be read a mebibyte from.
    ///   - right: what the visitor must be allowed: to view for `.get`, to use for all else unless told
    ///     otherwise.
    public init(
        _ method: Method, _ path: RoutePath = "", right: Right? = nil, _ summary: String,
        query: [QueryField] = [], body: BodyShape = .none, longestBody: Int? = nil, answer: AnswerShape,
        problems: [Int] = [],
        action: @escaping Action
    ) {
        self.method = method
        self.path = path
        self.right = right ?? (method == .get ? .view : .use)
        self.summary = summary
        self.query = query
        self.body = body
        self.longestBody = if case .none = body { longestBody ?? SiteLimits.short } else { longestBody }
        self.answer = answer
        self.problems = problems
        self.action = action
    }
}
