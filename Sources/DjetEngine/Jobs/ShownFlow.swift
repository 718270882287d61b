import DjetModel

/// The flow around a job, as people and programs see it.
struct ShownFlow: Codable, Sendable {
    /// A job, or several that are not told one by one.
    struct Box: Codable, Sendable {
        /// The ticket; null for several jobs.
        var ticket: String?
        var path: String?
        var kind: String?
        var status: JobStatus?
        /// The number of jobs.
        var amount: Int
        /// False if there may be more than that.
        var isExact: Bool
        /// The distance from the job: negative for what it needs, 0 for itself.
        var step: Int
        /// True if the job cannot begin before this one has finished, which waits for nobody itself; or if
        /// the job has ended because this one failed. Always false for several jobs.
        var isBlocking: Bool
    }

    /// An arrow from a box to one that needs it; both are places in `boxes`, from 0.
    struct Arrow: Codable, Sendable, Hashable {
        var from: Int
        var to: Int
    }

    var boxes: [Box]
    var arrows: [Arrow]

    /// Creates the flow; nil if nothing waits for anything.
    init?(_ parts: [FlowPart], below path: String) {
        guard let own = parts.first(where: { $0.step == 0 })?.status else { return nil }
        // The rests stand below the jobs.
        let parts = parts.filter { $0.id != nil } + parts.filter { $0.id == nil }
        arrows = Self.arrows(of: parts)
        let waiting = Set(arrows.map(\.to))
        boxes = parts.enumerated().map { place, part in
            var box = Box(part, below: path)
            box.isBlocking = part.step < 0 && !waiting.contains(place) && part.holdsUp(own)
            return box
        }
    }

    /// The place of the job itself.
    var origin: Int { boxes.firstIndex { $0.step == 0 } ?? 0 }

    private static func arrows(of parts: [FlowPart]) -> [Arrow] {
        let places = Dictionary(
            parts.enumerated().compactMap { place, part in part.id.map { ($0, place) } },
            uniquingKeysWith: { first, _ in first })
        return parts.enumerated().flatMap { place, part in
            part.linked.compactMap { places[$0] }.map { other in
                let isNeeded = part.id == nil && part.step < 0
                return isNeeded ? Arrow(from: place, to: other) : Arrow(from: other, to: place)
            }
        }
    }
}

extension ShownFlow.Box {
    fileprivate init(_ part: FlowPart, below path: String) {
        let ticket = part.ticket?.description
        self.init(
            ticket: ticket, path: ticket.map { "\(path)/\(Percent.encoded($0))" }, kind: part.kind,
            status: part.status, amount: part.amount, isExact: part.isExact, step: part.step,
            isBlocking: false)
    }
}

extension FlowPart {
    /// Returns true if a job of this status waits for it, or ended because of it.
    fileprivate func holdsUp(_ job: JobStatus) -> Bool {
        switch job {
        case .finished, .cancelled: false
        case .error: status == .error || status == .cancelled
        case .entered, .scheduled, .waiting, .processing: status != nil && status != .finished
        }
    }
}
