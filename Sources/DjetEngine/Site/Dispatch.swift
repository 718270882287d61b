import DjetModel
import DjetStore
import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// The way of one request: to its node, its engine, its route, and back.
struct Dispatch {
    let site: Site
    let request: Request
    let address: String?
    let logger: Logger

    /// The answer; whatever goes wrong becomes an answer too.
    func response() async -> Response {
        var visit: Visit?
        do {
            let (ready, route) = try await arrive()
            visit = ready
            try await refuseIfChanged(ready)
            let reply = try await route.action(ready)
            return try finish(reply.rendered(for: ready))
        } catch let refusal as Refusal where refusal.status == .unauthorized && isForPeople && isReading {
            return await sendToSignIn(refusal, visit)
        } catch {
            return await answer(to: error, visit)
        }
    }

    var isReading: Bool { [.get, .head, .options].contains(request.method) }

    /// Whether whoever asks would rather read HTML. Who does not care gets JSON.
    var isForPeople: Bool { preferred == MediaName.html }

    private var preferred: String? {
        Accept(request.headers[.accept]).best(of: [MediaName.json, MediaName.html])
    }

    private func arrive() async throws -> (Visit, Route) {
        let path = try RequestPath(request.uri.path)
        if path.hasTrailingSlash, isReading { throw Detour(path.text + question, .permanentRedirect) }
        let tree = try await site.tree()
        guard let place = tree.find(path.plain) else { throw Refusal(.notFound, "there is nothing here yet") }
        try Detour.throwIfMoved(place, question)
        let visitor = try await Visitor(request.headers, site.model)
        let rights = visitor.rights(at: place.node, in: tree)
        let (route, parameters) = try site.route(for: request.method, at: place)
        try visitor.demand(route.right, among: rights)
        if route.answer.isNegotiated, preferred == nil {
            throw Refusal(.notAcceptable, "this can be had as text/html or application/json")
        }
        let body = isReading ? .none : try await BodyReader(request, route.body, site.limits).body()
        let visit = Visit(
            place: place, parameters: parameters, query: try Query(request.uri.query, fields: route.query),
            method: request.method, headers: request.headers, visitor: visitor, rights: rights,
            model: model(for: visitor), site: site, tree: tree, address: address,
            wantsHTML: isForPeople, body: body)
        if !isReading { try visit.refuseForgery(host: request.head.authority) }
        return (visit, route)
    }

    private var question: String { request.uri.query.map { "?\($0)" } ?? "" }

    private func model(for visitor: Visitor) -> Model {
        let language = request.headers[.acceptLanguage]?.prefix { $0 != "," && $0 != ";" }
        var model = site.model.acting(
            as: visitor.user?.name, locale: language.flatMap { $0 == "*" ? nil : String($0.prefix(35)) })
        model.logger = logger
        return model
    }
}
