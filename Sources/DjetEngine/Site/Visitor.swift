import DjetModel
import HTTPTypes
import Hummingbird

/// Who sends a request.
struct Visitor: Sendable {
    /// The cookie that holds a session's token. Its prefix makes browsers keep it to this host and to HTTPS,
    /// or loopback.
    static let cookie = "__Host-djet"

    /// The program that acts for somebody; nil if it is their browser, or nobody.
    private(set) var bearer: Bearer?
    private(set) var session: Session?
    /// A session that awaits a second factor: until then nobody has signed in.
    private(set) var unfinished: Session?

    var user: User? { bearer?.user ?? session?.user }

    /// Reads it off the request. Throws `Refusal` of 401 if it holds a token that is good for nothing; a
    /// cookie whose session has ended is nobody's.
    init(_ headers: HTTPFields, _ model: Model) async throws {
        if let authorization = headers[.authorization] {
            let parts = authorization.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else {
                throw Refusal(
                    .unauthorized, "the header Authorization must be “Bearer” and a token, or be left out")
            }
            let token = String(parts[1])
            bearer = try await model.bearer(ofToken: token)
            if bearer == nil { throw try await Self.refusal(of: token, model) }
        } else if let cookie = Cookies(from: headers[values: .cookie])[Self.cookie] {
            let found = try await model.anySession(ofToken: cookie.value)
            if found?.awaits == nil { session = found } else { unfinished = found }
        }
    }

    /// Why a token is good for nothing. Only whoever has the token itself is told that it rests.
    private static func refusal(of token: String, _ model: Model) async throws -> Refusal {
        guard try await model.rests(token: token) else {
            return Refusal(.unauthorized, "the token is unknown, has expired or was revoked")
        }
        return Refusal(
            .unauthorized,
            """
            the token rests: a role of its user needs a second factor, and they have none; they set it up when they sign \
            in with a browser
            """)
    }

    /// What the visitor may do at a node, a token no more than it is good for.
    func rights(at node: Node, in tree: Tree) -> Set<Right> {
        let rights = tree.rights(at: node, roles: user?.roles ?? [])
        return bearer?.limit(rights, at: node.path) ?? rights
    }

    /// Where a path leads this visitor. To a stranger a node at which they have no right is as if it were not there: no
    /// answer tells it from one that is not.
    func known(_ place: Place, in tree: Tree) -> Place {
        guard user == nil else { return place }
        var place = place
        while rights(at: place.node, in: tree).isEmpty, let above = place.above { place = above }
        return place
    }

    /// Throws what tells the visitor that a right is missing.
    func demand(_ right: Right, among rights: Set<Right>) throws {
        guard !rights.contains(right) else { return }
        if unfinished != nil {
            throw Refusal(.unauthorized, "your sign-in is not finished: it awaits the second factor")
        }
        throw user == nil
            ? Refusal(.unauthorized, "sign in, or send a token, to do this")
            : Refusal(.forbidden, "this takes the right “\(right.rawValue)”, which you do not have here")
    }
}
