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
            try await folder.save(result.invoicesFile, as: "invoices.csv", of: model),
            try await folder.save(result.rejectsFile, as: "rejects.csv", of: model),
        ]
        result.seconds = start.duration(to: .now).seconds
        result.jobs = try await model.endedJobs
        return result
    }
}
