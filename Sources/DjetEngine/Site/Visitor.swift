import DjetModel
import HTTPTypes
import Hummingbird

/// Who sends a request.
struct Visitor: Sendable {
    /// The cookie that holds a session's token. Its prefix makes browsers keep it to this host and to HTTPS,
    /// or loopback.
    static let cookie = "__Host-djet"

    var user: User?
    var session: Session?
    var scopes: Set<Right>?
    var below: String?

    /// Reads it off the request. Throws `Refusal` of 401 if it holds a token that is good for nothing; a
    /// cookie whose session has ended is nobody's.
    init(_ headers: HTTPFields, _ model: Model) async throws {
        if let authorization = headers[.authorization] {
            let parts = authorization.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer",
                let bearer = try await model.bearer(ofToken: String(parts[1]))
            else { throw Refusal(.unauthorized, "the token is unknown, has expired or was revoked") }
            (user, scopes, below) = (bearer.user, bearer.scopes, bearer.below)
        } else if let cookie = Cookies(from: headers[values: .cookie])[Self.cookie] {
            session = try await model.session(ofToken: cookie.value)
            user = session?.user
        }
    }

    var roles: Set<String> {
        user.map { $0.roles.union(["everyone", "users"]) } ?? ["everyone"]
    }

    /// What the visitor may do at a node, a token no more than it is good for.
    func rights(at node: Node, in tree: Tree) -> Set<Right> {
        if let below, node.path != below, !node.path.hasPrefix(below == "/" ? "/" : below + "/") { return [] }
        let rights = tree.rights(at: node, roles: roles)
        return scopes.map { rights.intersection($0) } ?? rights
    }

    /// Throws what tells the visitor that a right is missing.
    func demand(_ right: Right, among rights: Set<Right>) throws {
        guard !rights.contains(right) else { return }
        throw user == nil
            ? Refusal(.unauthorized, "sign in, or send a token, to do this")
            : Refusal(.forbidden, "this takes the right “\(right.rawValue)”, which you do not have here")
    }
}
