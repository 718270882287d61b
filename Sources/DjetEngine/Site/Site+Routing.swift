import DjetModel
import HTTPTypes

extension Site {
    /// Returns the route for a method at a place. Throws `RequestError` of 404 or 405. OPTIONS has a route of
    /// its own.
    func route(
        for method: HTTPRequest.Method, at place: Place
    ) throws -> (route: Route, parameters: [String: String]) {
        let routes = routes(of: place.node)
        let wanted = method == .head ? "GET" : method.rawValue
        for route in routes where route.method.rawValue == wanted && method != .options {
            if let parameters = route.path.match(place.rest) { return (route, parameters) }
        }
        let fitting = routes.filter { $0.path.match(place.rest) != nil }
        guard !fitting.isEmpty else { throw RequestError(.notFound, "there is nothing at this address") }
        let allowed = Self.allow(fitting)
        if method == .options { return (Self.options(allowed), [:]) }
        throw RequestError(.methodNotAllowed, "this address allows \(allowed)", headers: [.allow: allowed])
    }

    /// Returns the path where a ticket can be followed. Throws `ModelError.unavailable` if the tree has no
    /// node for tickets.
    func path(of ticket: TicketID, in tree: Tree) throws -> String {
        guard let node = tree.node(ofBasetype: "tickets") else {
            throw ModelError.unavailable("the tree has no node for tickets: add one of basetype tickets")
        }
        return "\(node.path)/\(Percent.encoded(ticket.description))"
    }

    private static func allow(_ routes: [Route]) -> String {
        let methods = routes.map(\.method.rawValue)
        let reading = methods.contains("GET") ? ["GET", "HEAD"] : []
        let others = Set(methods).subtracting(["GET"]).sorted()
        return (reading + others + ["OPTIONS"]).joined(separator: ", ")
    }

    private static func options(_ allowed: String) -> Route {
        Route(.get, right: .view, "Lists the allowed methods", answer: .bytes("")) { _ in
            Reply.noContent.with(.allow, allowed)
        }
    }
}
