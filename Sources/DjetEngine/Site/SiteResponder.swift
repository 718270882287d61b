import Hummingbird
import Logging
import NIOCore

/// The responder that hands requests to the site.
struct SiteResponder: HTTPResponder {
    let site: Site
    let proxies: Int
    /// The seats of clients behind trusted proxies. Their connections are the proxies', so they are counted
    /// by request.
    let seats: Seats

    init(_ site: Site, _ configuration: WebServerConfiguration) {
        self.site = site
        proxies = configuration.proxies
        seats = Seats(configuration.connections.clientsPerAddress ?? ConnectionLimits.standardPerAddress)
    }

    func respond(to request: Request, context: SiteRequestContext) async throws -> Response {
        guard let body = IncomingBody(request.headers, context.client) else {
            return try await answer(request, context)
        }
        var watched = request
        watched.body = body.watched(request.body)
        return body.ending(try await answer(watched, context))
    }

    private func answer(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let fault = RequestHead.refusal(request.head, site.limits)
        let address =
            fault == nil
            ? ForwardedAddress.of(request.headers, peer: context.address, proxies: proxies) : context.address
        let dispatch = Dispatch(
            site: site, request: request, address: address, client: context.client, logger: context.logger,
            fault: fault)
        let seat = proxies > 0 ? address.map { seats.take(AddressKey.of($0)) } : nil
        if case .some(nil) = seat { return await dispatch.answer(to: RequestError.tooManyAtOnce, nil) }
        defer { withExtendedLifetime(seat) {} }
        return await dispatch.timelyResponse()
    }
}

extension RequestError {
    fileprivate static var tooManyAtOnce: RequestError {
        RequestError(
            .tooManyRequests,
            "your address has too many requests at the same time: try again in a moment",
            headers: [.retryAfter: "5"])
    }

    /// Returns the refusal (503) of an answer that took too long.
    static func outOfTime(_ limit: Duration) -> RequestError {
        RequestError(
            .serviceUnavailable,
            """
            the answer took longer than \(Written.duration(limit / .seconds(1))) and was abandoned; \
            check its effects before you try again; offload what takes long (Prefer: respond-async)
            """, headers: [.retryAfter: "10"])
    }
}

/// Hummingbird's context of a request, with the client and its address.
struct SiteRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let address: String?
    let client: Client

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        client = Client(source.channel)
        address = source.channel.remoteAddress?.ipAddress
    }
}
