public import DjetModel
import DjetStore
import HTTPTypes

/// The tree on the web: finds the node that a request is for, and lets its engine answer.
public final class Site: Sendable {
    /// The application's name, as pages show it.
    public let name: String
    /// The model, on nobody's behalf.
    public let model: Model
    /// The most that it takes from one request.
    public let limits: SiteLimits
    /// The basetypes that this program has engines for.
    public let basetypes: [Basetype]
    let templates: Templates
    let streams = OpenStreams()
    let lasting = LastingVisits()
    let metrics = RequestMetrics()
    /// Where the site serves, once it does.
    let address = Guarded<String?>(nil)
    /// Under which number that is noted.
    let server = Guarded<Int64?>(nil)
    let refusals: RefusalWatch
    let requests = OpenRequests()
    /// Of those who wait for what happens, or download: event streams, long polls, files and parts of jobs.
    let waits: Seats
    let openAPI = OpenAPIShelf()
    private let engines: [String: any Engine]
    private let routes: [String: [Route]]
    private let treeCache: TreeCache

    /// A site. Throws if a template is no Mustache.
    ///
    /// - Parameters:
    ///   - name: the application's name, as pages show it.
    ///   - engines: what answers, besides the engines that every site has; one of a shipped engine's basetype
    ///     replaces it.
    ///   - templates: an application's own, by name; one with the name of a shipped one replaces it.
    ///   - limits: the most that it takes from one request.
    public init(
        name: String, model: Model, engines: [any Engine] = [], templates: [String: String] = [:],
        limits: SiteLimits = SiteLimits()
    ) throws {
        self.name = name
        self.model = model
        self.limits = limits
        waits = Seats(limits.waitsPerUser)
        self.templates = try Templates(templates)
        let all = (Self.shippedEngines + engines).map { (type(of: $0).basetype.name, $0) }
        let named = Dictionary(all, uniquingKeysWith: { $1 })
        self.engines = named
        basetypes = named.values.map { type(of: $0).basetype }.sorted { $0.name < $1.name }
        routes = named.mapValues { $0.routes }
        treeCache = TreeCache(model, freshness: limits.treeAge)
        refusals = RefusalWatch(model)
    }

    /// What can be asked of a node; nothing if this program has no engine for its basetype.
    public func routes(of node: Node) -> [Route] { routes[node.basetype] ?? [] }

    /// What a route of an open shape takes and answers at a node, as far as its engine tells.
    func shapes(of route: Route, at node: Node) -> RouteShapes {
        engines[node.basetype]?.shapes(of: route, at: node, in: model) ?? RouteShapes()
    }

    /// The tree as it is now.
    public func tree() async throws -> Tree { try await treeCache.tree() }

    /// Tells the store which basetypes there are, and plants the tree if there is none yet. Throws
    /// `ModelError.notFound` for a node of a basetype that there is not.
    public func prepare(_ seeds: [NodeSeed]) async throws {
        try await model.declareBasetypes(basetypes)
        try await model.declareFunctions()
        try await model.plant(seeds)
    }

    /// Forgets the tree whenever it hears that it has changed, until the task is cancelled.
    func watchTree() async { await treeCache.watch { lasting.hears() } }
}
