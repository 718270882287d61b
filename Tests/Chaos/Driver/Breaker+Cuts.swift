import DjetModel
import Foundation

extension Breaker {
    /// Breaks connections in one of the ways that the settings allow.
    func cut(_ chance: inout SplitMix64) {
        let seed = chance.next()
        let kinds = CutKind.allCases.filter(settings.cuts.contains)
        let deck = kinds.flatMap { [CutKind](repeating: $0, count: $0.share) }
        switch deck[chance.number(below: deck.count)] {
        case .all: order(.all, "all connections")
        case .process: order(.process(chosenBy: seed), "one process's connections")
        case .commit:
            let places = Self.places(&chance)
            order(.sever(places, onlyCommits: true), "\(places.count) at a COMMIT")
        case .statement:
            let places = Self.places(&chance)
            order(.sever(places, onlyCommits: false), "\(places.count) wherever they were")
        case .delay:
            let span = Duration.milliseconds(2000 + chance.number(below: 3000))
            let delay = Duration.milliseconds(20 + chance.number(below: 180))
            order(.delay(delay, lasting: span), "bytes come \(delay) later for \(span)", span)
        case .stall:
            let span = settings.lease + .milliseconds(1000 + chance.number(below: 2500))
            order(
                .stall(chosenBy: seed, lasting: span), "one process's network stands still for \(span)", span)
        }
    }

    private static func places(_ chance: inout SplitMix64) -> [Cut.Place] {
        (0..<3 + chance.number(below: 6)).map { _ in
            Cut.Place.allCases[chance.number(below: Cut.Place.allCases.count)]
        }
    }

    /// Orders a cut, and logs it without processes: the proxy alone knows those that it hits.
    private func order(_ cut: Cut, _ detail: String, _ span: Duration = .zero) {
        let began = Date()
        stage.proxy.cut(cut)
        stage.log.note(
            FaultRecord(
                kind: .cut, detail: detail, processes: [], began: began, ended: began + span / .seconds(1)))
    }
}
