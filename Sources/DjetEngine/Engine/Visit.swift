public import DjetModel
public import HTTPTypes
import Hummingbird

/// A request at its node, with the visitor and their rights.
public struct Visit: Sendable {
    /// The node, the branch above it, and the rest of the path.
    public let place: Place
    /// The parameters in the route's path.
    public internal(set) var parameters: [String: String]
    /// The parameters of the query.
    public internal(set) var query: Query
    /// The method, as it was sent.
    public let method: HTTPRequest.Method
    /// The request's headers.
    public let headers: HTTPFields
    let visitor: Visitor
    /// The visitor's rights at this node.
    public let rights: Set<Right>
    /// The model, on behalf of the visitor.
    public let model: Model
    /// The site that is visited.
    public let site: Site
    /// The tree, as it was when the request came.
    public let tree: Tree
    /// The client's address; nil if it is unknown.
    public let address: String?
    /// The host and port that the client asked for; nil if it named none.
    let authority: String?
    /// True if the answer is for people: HTML rather than JSON.
    public let wantsHTML: Bool
    /// The language of pages: that of the visitor's account, or else the one that the browser likes best.
    /// English for JSON.
    public let words: Words
    /// The client at the other end of the connection; nil if there is none.
    let client: Client?
    /// The number of losses of rights that had been heard of before the visitor was looked up.
    let heard: UInt64
    /// The time by which the request must be answered.
    let deadline: Deadline
    /// The seat that the visitor holds while waiting.
    var seat: Seat?
    var body: VisitBody

    /// The user; nil if nobody has signed in.
    public var user: User? { visitor.user }

    /// The cookie's session; nil if there is none, or if a token is used instead.
    public var session: Session? { visitor.session }

    /// The cookie's session if it awaits a second factor. Until then nobody is signed in.
    var unfinished: Session? { visitor.unfinished }

    /// The session whose CSRF token forms must carry.
    var formSession: Session? { session ?? unfinished }

    /// The node.
    public var node: Node { place.node }

    /// Returns true if the visitor has a right.
    public func may(_ right: Right) -> Bool { rights.contains(right) }

    /// Throws `RequestError` if the visitor lacks a right: 401 if nobody is signed in, otherwise 403.
    public func demand(_ right: Right) throws {
        try visitor.demand(right, among: rights)
    }

    /// Returns a whole number from the route's path. Throws `ModelError.notFound` if there is none.
    public func integer(_ name: String) throws -> Int64 {
        guard let number = parameters[name].flatMap({ Int64($0) }) else {
            throw ModelError.notFound("there is nothing with that number")
        }
        return number
    }

    /// The client's preferences (RFC 7240).
    public var preference: Preference { Preference(headers) }

    /// Returns the path of these segments below the node, percent-encoded.
    public func path(_ rest: String...) -> String {
        node.path == "/" && !rest.isEmpty
            ? "/" + rest.map(Percent.encoded).joined(separator: "/")
            : ([node.path] + rest.map(Percent.encoded)).joined(separator: "/")
    }

    /// Returns a cookie's value; nil if the client sent none of this name.
    public func cookie(_ name: String) -> String? {
        Cookies(from: headers[values: .cookie])[name]?.value
    }
}
