import DjetEngine
import DjetJobmachine
import DjetModel
import Logging

extension Session {
    /// Returns the web server of the application's site. Throws if one of its templates is invalid.
    func webServer(_ settings: WebSettings) throws -> WebServer {
        var configuration = settings.server
        let most = FileLimit.clients(below: FileLimit.raise())
        if configuration.connections.clients > most {
            if configuration.connections.clients != ConnectionLimits().clients {
                logger.info(
                    "fewer clients may connect than configured: the process may not open more files (ulimit -n)",
                    metadata: ["clients": "\(most)"])
            }
            configuration.connections.clients = most
        }
        let site = try Site(
            name: application.name, model: model, engines: application.engines,
            templates: application.templates, languages: application.languages, limits: settings.limits,
            kinds: application.handlers.map { $0.kind })
        let isLocal = LoopbackHost.isOne(configuration.host)
        return WebServer(site, configuration: configuration, seeds: application.nodes) { [model] address in
            await Self.announce(address, links: site.servingAddress ?? address, isLocal: isLocal, model)
        }
    }

    /// Declares the site's basetypes, and plants its first nodes with the roles that their rules name, if
    /// there are none yet. Throws if a template is invalid.
    func plantSite() async throws {
        let site = try Site(
            name: application.name, model: model, engines: application.engines,
            templates: application.templates, languages: application.languages)
        try await site.prepare(application.nodes)
    }

    /// Sees to the page that answers links to approve, since a link leads nowhere without it: plants the tree
    /// as the site's first start does, and adds the page to a tree that is older than it.
    func plantApprovalPage() async throws {
        guard try await model.tree().node(ofBasetype: "approval") == nil else { return }
        try await plantSite()
        guard let seed = application.nodes.first(where: { $0.basetype == "approval" }),
            try await model.tree().node(ofBasetype: "approval") == nil
        else { return }
        do {
            try await model.addNode(seed)
            Terminal.error.line("The site had no page for the link: \(seed.path) is added.")
        } catch ModelError.conflict {
            // The path is taken. The link's own error says how to add the page at another one.
        }
    }

    /// The sentence above the link to become an administrator, whose user is made or restored for it.
    static let welcome = """
        No administrator can sign in yet. Set the password of the user admin here, who is enabled and an \
        administrator (the link works once, for a day; earlier ones no longer work):
        """

    /// Prints the address and, as long as no administrator can sign in, a link to become one.
    ///
    /// - Parameter links: the address at which this machine itself reaches the site.
    private static func announce(
        _ address: String, links: String, isLocal: Bool, _ model: Model
    ) async {
        Terminal.output.line("Serving at \(address)")
        if !isLocal {
            Terminal.error.line(
                "Browsers on other machines can sign in over HTTPS only: put an HTTPS proxy in front of this server."
            )
        }
        do {
            guard let invitation = try await model.firstInvitation() else { return }
            let path = try await model.tree().path(ofInvitation: invitation)
            Terminal.output.line("\(welcome)\n\(links)\(path)")
        } catch {
            model.logger.error("the invitation could not be created", metadata: ["error": "\(error)"])
        }
    }
}
