param monthlyBudget int
param from string
param alertEmail string
param actions string

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: 'claimscloud'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: from }
    notifications: {
      half: { enabled: true, operator: 'GreaterThan', threshold: 50, thresholdType: 'Actual', contactEmails: [alertEmail], contactGroups: [actions] }
      most: { enabled: true, operator: 'GreaterThan', threshold: 80, thresholdType: 'Actual', contactEmails: [alertEmail], contactGroups: [actions] }
      all: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Actual', contactEmails: [alertEmail], contactGroups: [actions] }
      willBeMore: { enabled: true, operator: 'GreaterThan', threshold: 110, thresholdType: 'Forecasted', contactEmails: [alertEmail], contactGroups: [actions] }
    }
  }
}
