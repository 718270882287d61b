import DjetJobmachine

extension WorkerConfiguration {
    /// A worker that is taken for dead soon.
    static func chaos(lease: Duration) -> WorkerConfiguration {
        WorkerConfiguration(
            queues: ["default", "bulk"], slots: 10, grace: .seconds(5), beat: lease / 3, lease: lease)
    }
}
