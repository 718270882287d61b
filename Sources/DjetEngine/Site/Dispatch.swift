import DjetJSON
import DjetModel
import DjetStore
import HTTPTypes
import Hummingbird
import Logging

/// The way of one request: to its node, its engine, its route, and back.
struct Dispatch {
    let site: Site
    let request: Request
    let address: String?
    let client: Client?
    let logger: Logger
    let deadline: Deadline
    /// The media type that the client prefers for pages, JSON if it does not care; nil if it reads neither
    /// JSON nor HTML.
    private let preferred: String?

    /// The refusal of a request that cannot be handled, whatever it is for.
    private let fault: RequestError?
    /// The visitor, if another application has signed them in.
    private let guest: Visitor?

    init(
        site: Site, request: Request, address: String?, client: Client?, logger: Logger,
        fault: RequestError? = nil, guest: Visitor? = nil
    ) {
        self.site = site
        self.request = request
        self.address = address
        self.client = client
        self.logger = logger
        self.fault = fault
        self.guest = guest
        deadline = Deadline(site.limits.answer, transfer: site.limits.transfer)
        let accept = fault == nil ? request.headers[.accept] : nil
        preferred = Accept(accept).best(of: [MediaName.json, MediaName.html])
    }

    /// Returns the answer, within a span of the client's trace. Every error becomes an answer too.
    func response() async -> Response {
        guard JobEnvironment.isTraced else { return await routed().response }
        return await RequestSpan.around(request) { await routed() }
    }

    private func routed() async -> RoutedResponse {
        let began = ContinuousClock.now
        // This precedes the tree, which needs the database.
        if fault == nil, let live = site.liveness(request) {
            let routed = RoutedResponse(finish(live), HealthEngine.basetype.name, "live")
            site.metrics.record(request.method, routed, began.duration(to: .now))
            return routed
        }
        var visit: Visit?
        var route: Route?
        let response = await response(&visit, &route)
        noteRefusal(response.status, visit)
        let routed = RoutedResponse(response, visit?.node.basetype, route?.path.description)
        site.metrics.record(request.method, routed, began.duration(to: .now))
        return routed
    }

    /// Returns the answer, or a refusal (503) when its time is over.
    func timelyResponse() async -> Response {
        let response = await site.requests.answer(by: deadline) { await self.response() }
        if let response { return response }
        return await answer(to: RequestError.outOfTime(deadline.limit), nil)
    }

    private func response(_ visit: inout Visit?, _ found: inout Route?) async -> Response {
        do {
            let (arrived, route) = try await arrive(&visit, &found)
            try await refuseIfChanged(arrived)
            let reply = try await route.action(arrived)
            return try finish(reply.rendered(for: arrived))
        } catch let refusal as RequestError where refusal.status == .unauthorized && isForPeople && isReading
        {
            return await sendToSignIn(refusal, visit)
        } catch {
            // The rest of the body is not waited for.
            deadline.bodyEnds()
            return await answer(to: error, visit)
        }
    }

    var isReading: Bool { [.get, .head, .options].contains(request.method) }

    /// True if the client prefers HTML.
    var isForPeople: Bool { preferred == MediaName.html }

    /// Finds the route and reads the body. `stage` is the visit as far as it came, so that an error is shown
    /// within the site as the visitor sees it; `found` is the route, once it is known.
    private func arrive(_ stage: inout Visit?, _ found: inout Route?) async throws -> (Visit, Route) {
        if let fault { throw fault }
        let path = try RequestPath(request.uri.path)
        if path.hasTrailingSlash, isReading { throw HTTPRedirect(path.text + question, .permanentRedirect) }
        // This precedes the tree and the visitor: losses of rights from now on are heard of.
        let heard = site.lasting.heard
        let tree = try await site.tree()
        guard let deepest = tree.find(segments: path.segments) else {
            throw RequestError(.notFound, "there is nothing here yet")
        }
        let visitor = if let guest { guest } else { try await Visitor(request.headers, site.model) }
        let place = visitor.known(deepest, in: tree)
        var visit = visit(to: place, by: visitor, in: tree, heard)
        stage = visit
        // This precedes route, method, query and body, whose errors tell something of what is there.
        if visit.rights.isEmpty { try visit.demand(.view) }
        if visit.may(.view) { try HTTPRedirect.throwIfMoved(place, question) }
        let (route, parameters) = try site.route(for: request.method, at: place)
        found = route
        try visit.demand(route.right)
        try visit.refuseConfined(at: route)
        if route.answer.isNegotiated, preferred == nil {
            throw RequestError(.notAcceptable, "this is available as text/html or application/json")
        }
        visit.parameters = parameters
        visit.query = try Query(request.uri.query, fields: route.query)
        if case .events = route.answer { visit.seat = try visit.takeSeat() }
        if !isReading { try await readBody(of: &visit, for: route) }
        return (visit, route)
    }

    private func readBody(of visit: inout Visit, for route: Route) async throws {
        visit.body = try await body(for: route)
        try visit.refuseForgery(host: request.head.authority)
    }

    private func body(for route: Route) async throws -> VisitBody {
        deadline.bodyBegins()
        defer { deadline.bodyEnds() }
        return try await BodyReader(request, route.body, site.limits.narrowed(to: route.longestBody)).body()
    }

    private func visit(to place: Place, by visitor: Visitor, in tree: Tree, _ heard: UInt64) -> Visit {
        Visit(
            place: place, parameters: [:], query: Query(), method: request.method, headers: request.headers,
            visitor: visitor, rights: visitor.rights(at: place.node, in: tree), model: model(for: visitor),
            site: site, tree: tree, address: address, authority: request.head.authority,
            wantsHTML: isForPeople, words: isForPeople ? words(of: visitor.user) : .english, client: client,
            heard: heard,
            deadline: deadline, body: .none)
    }

    /// Returns the language of pages for a user, or for a stranger.
    func words(of user: User?) -> Words {
        // The headers of a request that cannot be handled are not read.
        let header = fault == nil ? request.headers[.acceptLanguage] : nil
        return site.languages.best(account: user?.language, header: header)
    }

    private var question: String { request.uri.query.map { "?\($0)" } ?? "" }

    private func model(for visitor: Visitor) -> Model {
        let tenants = visitor.user?.tenants ?? []
        let liked = request.headers[.acceptLanguage]?.prefix { $0 != "," && $0 != ";" }
        let locale = visitor.user?.language ?? liked.flatMap { $0 == "*" ? nil : $0.beginning(35) }
        var model = site.model.acting(as: visitor.user?.name, locale: locale).acting(for: tenants.first)
            .confined(to: tenants).called(from: address).called(
                withToken: visitor.bearer?.id)
        model.logger = logger
        return model
    }
}
