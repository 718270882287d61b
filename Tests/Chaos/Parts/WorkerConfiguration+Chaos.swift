import DjetJobmachine

extension WorkerConfiguration {
    /// Returns the configuration of a worker that is soon taken for dead.
    static func chaos(lease: Duration) -> WorkerConfiguration {
        WorkerConfiguration(
            queues: ["default", "bulk"], slots: 10, grace: .seconds(5), beat: lease / 3, lease: lease)
    }
}
