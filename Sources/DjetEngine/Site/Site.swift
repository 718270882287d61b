public import DjetModel
import DjetStore
import HTTPTypes

/// The tree on the web: it finds the node of a request and lets the node's engine answer.
public final class Site: Sendable {
    /// The application's name, as pages show it.
    public let name: String
    /// The model, on nobody's behalf.
    public let model: Model
    /// The limits on one request and one user.
    public let limits: SiteLimits
    /// The basetypes that this program has engines for.
    public let basetypes: [Basetype]
    let templates: Templates
    let languages: Languages
    let streams = OpenStreams()
    let lasting = LastingVisits()
    let metrics = RequestMetrics()
    /// The kinds of jobs, besides the functions, that have figures of their own.
    let kinds: [String]
    let tally = TallyKeeper()
    /// The address where the site serves, once it does.
    let address = Guarded<String?>(nil)
    /// The number under which the database notes the address.
    let server = Guarded<Int64?>(nil)
    let refusals: RefusalWatch
    let requests = OpenRequests()
    /// The seats of visitors who wait or download: event streams, long polls, files and parts of jobs.
    let waits: Seats
    let openAPI = OpenAPIShelf()
    let failures = FailureWatch()
    let engines: [String: any Engine]
    private let routes: [String: [Route]]
    private let treeCache: TreeCache

    /// Creates a site. Throws if a template is not Mustache.
    ///
    /// - Parameters:
    ///   - name: the application's name, as pages show it.
    ///   - model: the model on which visitors act.
    ///   - engines: the engines besides those that every site has; one with a shipped engine's basetype
    ///     replaces it.
    ///   - templates: the application's own templates, by name; one with a shipped template's name replaces
    ///     it.
    ///   - languages: the application's own texts in other languages than English: by the language's tag,
    /// such
    ///     as `da`, and by the English text.
    ///   - limits: the limits on one request and one user.
    ///   - kinds: the kinds of jobs, besides the functions, that have figures of their own.
    public convenience init(
        name: String, model: Model, engines: [any Engine] = [], templates: [String: String] = [:],
        languages: [String: [String: String]] = [:], limits: SiteLimits = SiteLimits(), kinds: [String] = []
    ) throws {
        try self.init(
            name: name, model: model, engines: engines, templates: templates, languages: languages,
            limits: limits, kinds: kinds, tree: nil)
    }

    /// - Parameter tree: the tree that the site has for good; nil for that of the database.
    init(
        name: String, model: Model, engines: [any Engine] = [], templates: [String: String] = [:],
        languages: [String: [String: String]] = [:], limits: SiteLimits = SiteLimits(), kinds: [String] = [],
        tree: Tree?
    ) throws {
        self.name = name
        self.model = model
        self.kinds = kinds
        self.limits = limits
        waits = Seats(limits.waitsPerUser)
        self.languages = Languages(languages)
        self.templates = try Templates(templates)
        let all = (Self.shippedEngines + engines).map { (type(of: $0).basetype.name, $0) }
        let named = Dictionary(all, uniquingKeysWith: { $1 })
        self.engines = named
        basetypes = named.values.map { type(of: $0).basetype }.sorted { $0.name < $1.name }
        routes = named.mapValues { $0.routes }
        treeCache = TreeCache(model, freshness: limits.treeAge, fixed: tree)
        refusals = RefusalWatch(model)
    }

    /// Returns a node's routes; none if this program has no engine for its basetype.
    public func routes(of node: Node) -> [Route] { routes[node.basetype] ?? [] }

    /// Returns what a route of an open shape takes and answers at a node, as far as its engine tells.
    func shapes(of route: Route, at node: Node) -> RouteShapes {
        engines[node.basetype]?.shapes(of: route, at: node, in: model) ?? RouteShapes()
    }

    /// Returns the tree as it is now.
    public func tree() async throws -> Tree { try await treeCache.tree() }

    /// The last tree that was read, however old; nil before the first.
    var lastTree: Tree? { treeCache.last }

    /// Declares the basetypes and functions to the store, and plants the tree if there is none yet. Throws
    /// `ModelError.notFound` for a node of an unknown basetype.
    public func prepare(_ seeds: [NodeSeed]) async throws {
        try await model.declareBasetypes(basetypes)
        try await model.declareFunctions()
        try await model.plant(seeds)
    }

    /// Forgets the tree whenever a ring says that it has changed, until the task is cancelled.
    func watchTree() async { await treeCache.watch { lasting.hears() } }
}
