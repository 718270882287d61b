import ArgumentParser
import DjetModel

/// The flags for a link with which somebody else sends the signal.
struct ApprovalOptions: ParsableArguments {
    private static let usualTime = Duration.seconds(7 * 86_400)

    @Flag(help: "Send nothing, and print a link with which somebody approves or rejects, once.")
    var link = false

    @Option(
        help: ArgumentHelp(
            "With --link: the time for which it is valid, such as 90s, 10m, 12h or 7d, up to a year (default: 7d).",
            valueName: "span"),
        transform: Duration.typed)
    var expires: Duration?

    @Option(help: "With --link: the question on its page.") var question: String?

    @Option(help: "With --link: the person who is asked, and noted as the sender.") var whom: String?

    @OptionGroup var site: LinkOptions

    func validate() throws {
        guard !link else { return }
        let flags: [(name: String, isGiven: Bool)] = [
            ("expires", expires != nil), ("question", question != nil), ("whom", whom != nil),
            ("address", site.address != nil),
        ]
        if let flag = flags.first(where: { $0.isGiven }) {
            throw ValidationError("--\(flag.name) needs --link")
        }
    }

    /// Makes a link that sends a signal to a live job, and returns it. Adds the page to which it leads, if
    /// the site has none.
    func makeLink(to ticket: TicketID, _ signal: String, _ session: Session) async throws -> String {
        let model = session.model
        let status = try await model.visibleTicket(ticket, orRight: true).status
        guard !status.isEnded else {
            throw CommandFailure(
                .failed, "\(ticket) takes no signal: it has ended as \(status.rawValue)")
        }
        let sent = try await model.signals(of: ticket).first { $0.name == signal }?.sentAt
        guard sent == nil else {
            throw CommandFailure(
                .failed, "\(ticket) has the signal \(signal) already: a link would do nothing")
        }
        try await session.plantApprovalPage()
        let path = try await model.addApproval(
            signal, of: ticket, asking: question ?? "\(ticket) waits for the signal “\(signal)”.",
            whom: whom, within: expires ?? Self.usualTime)
        return try await site.link(to: path, model)
    }
}
