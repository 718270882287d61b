import DjetModel
import HTTPTypes
import Hummingbird

/// The sender of a request.
struct Visitor: Sendable {
    /// The cookie with a session's token. Its prefix makes browsers keep it to this host and to HTTPS, or
    /// loopback.
    static let cookie = "__Host-djet"

    /// The program that acts for a user; nil for a browser or a stranger.
    private(set) var bearer: Bearer?
    private(set) var session: Session?
    /// The session that awaits a second factor. Until then nobody is signed in.
    private(set) var unfinished: Session?

    /// The user whom another application has signed in; nil for those of Djet.
    private let guest: User?

    var user: User? { guest ?? bearer?.user ?? session?.user }

    /// Creates a visitor whom another application has signed in.
    init(guest: User) {
        self.guest = guest
    }

    /// Reads the visitor from the request. Throws `RequestError` of 401 for an invalid token. A cookie whose
    /// session has ended is nobody's.
    init(_ headers: HTTPFields, _ model: Model) async throws {
        guest = nil
        if let authorization = headers[.authorization] {
            let parts = authorization.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else {
                throw RequestError(
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

    /// Returns the refusal of a token. Only whoever has the token itself learns that it rests.
    private static func refusal(of token: String, _ model: Model) async throws -> RequestError {
        guard try await model.rests(token: token) else {
            return RequestError(.unauthorized, "the token is unknown, has expired or was revoked")
        }
        return RequestError(
            .unauthorized,
            """
            the token is suspended: a role of its user needs a second factor; the user sets it up by signing \
            in with a browser
            """)
    }

    /// Returns the visitor's rights at a node; with a token, no more than it was made for.
    func rights(at node: Node, in tree: Tree) -> Set<Right> {
        let rights = tree.rights(at: node, roles: user?.roles ?? [])
        return bearer?.limit(rights, at: node.path) ?? rights
    }

    /// Returns the place where a path leads this visitor. For strangers a node without rights does not exist:
    /// no answer tells it from a missing one.
    func known(_ place: Place, in tree: Tree) -> Place {
        guard user == nil else { return place }
        var place = place
        while rights(at: place.node, in: tree).isEmpty, let above = place.above { place = above }
        return place
    }

    /// Throws `RequestError` if a right is missing: 401 if nobody is signed in, otherwise 403.
    func demand(_ right: Right, among rights: Set<Right>) throws {
        guard !rights.contains(right) else { return }
        if unfinished != nil {
            throw RequestError(.unauthorized, "your sign-in is not finished: it awaits the second factor")
        }
        throw user == nil
            ? RequestError(.unauthorized, "sign in, or send a token, to do this")
            : RequestError(.forbidden, "this needs the right “\(right.rawValue)”, which you do not have here")
    }
}
