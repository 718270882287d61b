import Logging

extension Pool {
    /// The pause between two looks at the leased connections.
    private static let pause = Duration.seconds(1)

    /// Checks the leased connections until none is left: one task for all, so that a limit costs a statement
    /// nothing.
    func oversee() {
        guard state.withLock({ $0.overseer.begin() }) else { return }
        Task(executorPreference: Reactor.shared) { [weak self] in
            while let leased = self?.leased {
                try? await Reactor.shared.sleep(for: Self.pause)
                let silentLooks = leased.map { $0.lookAfter(.now) }.max() ?? 0
                if let self, Self.pause * silentLooks >= configuration.limits.pulse { onLongWait() }
            }
        }
    }

    /// The leased connections; nil if there are none, which ends the oversight.
    private var leased: [Connection]? {
        state.withLock { state in
            let idle = Set(state.idle.map { ObjectIdentifier($0) })
            let leased = state.all.filter { !idle.contains($0.key) && !$0.value.isClosed }.map(\.value)
            return state.overseer.goesOn(if: !leased.isEmpty) ? leased : nil
        }
    }

    /// Closes the open connections that are lost. Tasks that wait for an answer on them get the error.
    func closeAll(where isLost: (Connection) -> Bool, because error: StoreError) {
        let all = state.withLock { Array($0.all.values) }
        let lost = all.filter { !$0.isClosed && isLost($0) }
        guard !lost.isEmpty else { return }
        logger.warning("connections are given up: \(error.message)", metadata: ["count": "\(lost.count)"])
        for connection in lost { connection.close(because: error) }
    }
}
