public import DjetModel
public import HTTPTypes
import Hummingbird

/// One request at its node: who asks, for what, with which rights.
public struct Visit: Sendable {
    /// The node, the branch above it, and the rest of the path.
    public let place: Place
    /// What the route's path named.
    public internal(set) var parameters: [String: String]
    /// What stood behind the question mark.
    public internal(set) var query: Query
    /// The method, as it was sent.
    public let method: HTTPRequest.Method
    /// The request's head.
    public let headers: HTTPFields
    let visitor: Visitor
    /// What the visitor may do at this node.
    public let rights: Set<Right>
    /// The model, on behalf of the visitor.
    public let model: Model
    /// The site that is visited.
    public let site: Site
    /// The tree, as it was when the request came.
    public let tree: Tree
    /// Where the request comes from; nil if that is unknown.
    public let address: String?
    /// The host, and the port, that the client asked for; nil if it did not say.
    let authority: String?
    /// Whether the answer is for people: HTML rather than JSON.
    public let wantsHTML: Bool
    /// The other end of the connection; nil if there is none.
    let client: Client?
    /// How many losses of rights had been heard of before the visitor was looked up.
    let heard: UInt64
    /// Until when the request must be answered.
    let deadline: Deadline
    /// Held as long as the visitor waits for what happens.
    var seat: Seat?
    var body: VisitBody

    /// Who asks; nil if nobody has signed in.
    public var user: User? { visitor.user }

    /// The cookie's session; nil if there is none, also when a token is used instead.
    public var session: Session? { visitor.session }

    /// The cookie's session if it awaits a second factor: until then nobody has signed in.
    var unfinished: Session? { visitor.unfinished }

    /// The session whose CSRF token forms must carry.
    var formSession: Session? { session ?? unfinished }

    /// The node.
    public var node: Node { place.node }

    /// Whether the visitor has a right.
    public func may(_ right: Right) -> Bool { rights.contains(right) }

    /// Throws what tells a visitor that a right is missing.
    public func demand(_ right: Right) throws {
        try visitor.demand(right, among: rights)
    }

    /// The whole number that the route's path named.
    public func integer(_ name: String) throws -> Int64 {
        guard let number = parameters[name].flatMap({ Int64($0) }) else {
            throw ModelError.notFound("there is nothing of that number")
        }
        return number
    }

    /// What the client would like, by RFC 7240.
    public var preference: Preference { Preference(headers) }

    /// The path of something below the node.
    public func path(_ rest: String...) -> String {
        node.path == "/" && !rest.isEmpty
            ? "/" + rest.map(Percent.encoded).joined(separator: "/")
            : ([node.path] + rest.map(Percent.encoded)).joined(separator: "/")
    }

    /// A cookie that the client sent.
    public func cookie(_ name: String) -> String? {
        Cookies(from: headers[values: .cookie])[name]?.value
    }
}
