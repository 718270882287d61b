import CoreMetrics
import DjetModel

/// The figures of this process and of the queue, for Prometheus and its like.
struct MetricsEngine: Engine {
    static let basetype = Basetype("metrics", title: "Metrics", isSingleton: true)

    var routes: [Route] {
        [
            Route(.get, "", "Figures in Prometheus' text format", answer: .bytes("text/plain")) { visit in
                // Another backend may have been bootstrapped: then it has the figures of the process.
                let process = (MetricsSystem.factory as? MetricsRegistry)?.text ?? ""
                let queue = try await QueueMetrics.text(in: visit.model)
                return .text(process + queue, mediaType: MetricsText.mediaType)
            }
        ]
    }
}
