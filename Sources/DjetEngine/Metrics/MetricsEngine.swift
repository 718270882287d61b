import CoreMetrics
import DjetModel

/// Serves the figures of this process and of the queue to Prometheus and its like.
struct MetricsEngine: Engine {
    static let basetype = Basetype("metrics", title: "Metrics", isSingleton: true)

    var routes: [Route] {
        [
            Route(.get, "", "Figures in Prometheus' text format", answer: .bytes("text/plain")) { visit in
                // Another backend, if one was bootstrapped, has the figures of the process.
                let process = (MetricsSystem.factory as? MetricsRegistry)?.text ?? ""
                let connections = ProcessMetrics.text(of: visit.model.store)
                visit.site.tally.tend(visit.model)
                let queue = try await QueueMetrics.text(in: visit.model, kinds: visit.site.kinds)
                return .text(process + connections + queue, mediaType: MetricsText.mediaType)
            }.spanningTenants()
        ]
    }
}
