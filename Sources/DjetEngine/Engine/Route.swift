public import DjetModel

/// A request that a node answers: a method, a path below the node, and an action.
public struct Route: Sendable {
    /// Carries out a request.
    public typealias Action = @Sendable (Visit) async throws -> Reply

    /// An HTTP method.
    public enum Method: String, Sendable {
        /// Reads. It answers HEAD too.
        case get = "GET"
        /// Performs an action.
        case post = "POST"
        /// Replaces what is there.
        case put = "PUT"
        /// Changes a part.
        case patch = "PATCH"
        /// Removes.
        case delete = "DELETE"
    }

    /// The method.
    public let method: Method
    /// The path below the node.
    public let path: RoutePath
    /// The right that the visitor needs.
    public let right: Right
    /// A summary in a few words, for readers of the OpenAPI document.
    public let summary: String
    /// The parameters that the query may have. Any other is refused.
    public let query: [QueryField]
    /// The body that the route takes.
    public let body: BodyShape
    /// The longest body, in bytes, if it is less than the site's limit for values.
    public let longestBody: Int?
    /// The answer if all goes well.
    public let answer: AnswerShape
    /// The statuses of problems beyond those that follow from the rest.
    public let problems: [Int]
    /// True if the answer is about the jobs of all tenants at once. A visitor who is confined to some is
    /// refused.
    private(set) var spansTenants = false
    let action: Action

    /// Creates a route.
    ///
    /// - Parameters:
    ///   - method: `.get`, which answers HEAD too, or another.
    ///   - path: below the node: empty for the node itself, `{name}` for a segment, `{name:int}` for a whole
    ///     number, `{name*}` for all the rest.
    ///   - right: the right that the visitor needs; by default `.view` for `.get` and `.use` for all else.
    ///   - summary: a few words for readers of the OpenAPI document.
    ///   - query: the parameters that the query may have.
    ///   - body: the body that it takes.
    ///   - longestBody: in bytes; 16 KiB for a route without a body, otherwise the site's limit by default. A
    ///     visitor who has not signed in should not be able to send a mebibyte.
    ///   - answer: the answer if all goes well.
    ///   - problems: the statuses of problems beyond those that follow from the rest.
    ///   - action: carries out a request.
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

    /// Returns the same route, refused to visitors who are confined to tenants.
    func spanningTenants() -> Route {
        var copy = self
        copy.spansTenants = true
        return copy
    }
}
