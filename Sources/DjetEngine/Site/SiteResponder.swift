import Hummingbird
import Logging
import NIOCore

/// Hands requests to the site.
struct SiteResponder: HTTPResponder {
    let site: Site
    let proxies: Int

    func respond(to request: Request, context: SiteRequestContext) async throws -> Response {
        let address = ForwardedAddress.of(request.headers, peer: context.address, proxies: proxies)
        return await Dispatch(site: site, request: request, address: address, logger: context.logger)
            .response()
    }
}

/// What Hummingbird knows of a request, and where it comes from.
struct SiteRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let address: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }
}
