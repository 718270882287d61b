import DjetModel

/// The demo's work, done by a worker beside it.
struct DemoRun: Sendable {
    let model: Model
    let source: DemoInput
    let folder: OutputFolder

    func result() async throws -> DemoResult {
        let start = ContinuousClock.now
        let file = try await source.store(in: model, behind: ProgressBar("Storing the orders"))
        var result = try await DemoBusiness(model: model).run(on: file)
        result.files = [
            try await folder.replace("invoices.csv", with: result.invoicesFile, of: model),
            try await folder.replace("rejects.csv", with: result.rejectsFile, of: model),
        ]
        if case .sample = source { result.isSample = true }
        result.seconds = start.duration(to: .now).seconds
        result.jobs = try await model.endedJobs
        return result
    }
}
