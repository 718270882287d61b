import Hummingbird
import Logging
import NIOCore

/// Hands requests to the site.
struct SiteResponder: HTTPResponder {
    let site: Site
    let proxies: Int

    func respond(to request: Request, context: SiteRequestContext) async throws -> Response {
        let address = ForwardedAddress.of(request.headers, peer: context.address, proxies: proxies)
        let dispatch = Dispatch(
            site: site, request: request, address: address, client: context.client, logger: context.logger)
        guard isForEvents(request) else { return await dispatch.response() }
        return try await apart { await dispatch.response() }
    }

    /// Whether the answer may last as long as the client.
    private func isForEvents(_ request: Request) -> Bool {
        request.headers[.accept]?.contains(MediaName.events) == true
    }
}

/// What Hummingbird knows of a request, and where it comes from.
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
