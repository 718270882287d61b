extension Site {
    /// The engines that every site has, one a line.
    static var shippedEngines: [any Engine] {
        [
            AccountEngine(),
            ApprovalEngine(),
            AssetsEngine(),
            AuditEngine(),
            DirectoryEngine(),
            ExportEngine(),
            FunctionEngine(),
            HealthEngine(),
            JobmachineEngine(),
            ImportEngine(),
            MetricsEngine(),
            NodesEngine(),
            OpenAPIEngine(),
            PageEngine(),
            SignInEngine(),
            TicketsEngine(),
            UsersEngine(),
        ]
    }
}
