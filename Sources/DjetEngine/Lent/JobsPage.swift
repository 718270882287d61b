public import DjetModel
import DjetStore
import HTTPTypes
public import Hummingbird
public import ServiceLifecycle

/// The page of all jobs in a Hummingbird application of one's own, behind its own sign-in. It needs the
/// tables of the queue, and neither those of nodes nor users of Djet.
///
/// ```swift
/// let jobs = try JobsPage<AppContext>(model, at: "/admin/jobs") { _, context in
///     context.user.map { JobsVisitor($0.name, rights: [.view, .operate]) }
/// }
/// router.add(jobs)
/// application.addServices(jobs)
/// ```
///
/// Actions, such as a cancellation, are logged with the user's name. A request that changes something is
/// refused if a browser sent it on behalf of another site. Whoever follows a page live is asked for anew each
/// minute, so that a sign-out tells.
public struct JobsPage<Context: RequestContext>: HTTPResponder, Service {
    /// Tells who sent a request; nil for nobody, who is answered with 401.
    public typealias Identify = @Sendable (Request, Context) async throws -> JobsVisitor?

    /// The path of the page.
    public let path: String
    private let site: Site
    private let identify: Identify
    /// True once somebody watches for the end of the application's server.
    private let isWatched = Guarded(false)

    /// Creates the page.
    ///
    /// - Parameters:
    ///   - model: the model whose jobs it shows.
    ///   - path: its path in the application, such as `/admin/jobs`.
    ///   - name: the application's name, as the page shows it.
    ///   - identify: tells who sent a request.
    ///
    /// Throws `ModelError.invalid` for a path that does not begin with a slash, or ends with one.
    public init(
        _ model: Model, at path: String = "/jobs", name: String = "Jobs", identify: @escaping Identify
    ) throws {
        guard path.hasPrefix("/"), !path.hasSuffix("/") else {
            throw ModelError.invalid("“\(path)” cannot be the path of the jobs: write it as /jobs")
        }
        var model = model
        model.isAudited = false
        self.path = path
        self.identify = identify
        site = try Site(name: name, model: model, tree: .ofJobs(at: path, name: name))
    }

    /// Answers a request to a path of the page.
    public func respond(to request: Request, context: Context) async throws -> Response {
        guard let visitor = try await identify(request, context) else { throw HTTPError(.unauthorized) }
        endStreamsWithServer()
        let dispatch = Dispatch(
            site: site, request: request, address: nil, client: nil, logger: context.logger,
            fault: RequestHead.refusal(request.head, site.limits), guest: Visitor(guest: visitor.user))
        return await dispatch.timelyResponse()
    }

    /// Ends the event streams when the server is asked to stop, which it is before this service, and waits
    /// for its clients.
    private func endStreamsWithServer() {
        let isFirst = isWatched.withLock { isWatched in
            defer { isWatched = true }
            return !isWatched
        }
        guard isFirst else { return }
        Task { [site] in
            try? await gracefulShutdown()
            site.streams.stop()
        }
    }

    /// Keeps what lasts, such as event streams, going and within its time, until the application stops.
    public func run() async throws {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await site.streams.run() }
            tasks.addTask { await site.refusals.run() }
            tasks.addTask {
                while (try? await Task.sleep(for: site.limits.answer / 2)) != nil {
                    site.requests.sweep(at: .now)
                }
            }
            tasks.addTask {
                while (try? await Task.sleep(for: .seconds(60))) != nil { site.lasting.endAll() }
            }
            try? await gracefulShutdown()
            tasks.cancelAll()
        }
    }
}

extension RouterMethods {
    /// Adds the page of all jobs, at its path. A group must have no path of its own.
    @discardableResult
    public func add(_ page: JobsPage<Context>) -> Self {
        for method in [HTTPRequest.Method.get, .head, .post, .put, .patch, .delete, .options] {
            on(RouterPath(page.path), method: method, responder: page)
            on(RouterPath("\(page.path)/**"), method: method, responder: page)
        }
        return self
    }
}
