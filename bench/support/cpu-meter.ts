// Loaded into a measured server before its own code: answers how much processor time it has used, and ends it with us.

process.on('message', (message) => {
  if (message !== 'cpu') return
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMicroseconds: user + system })
})
process.on('disconnect', () => setTimeout(() => process.exit(), 5_000).unref())
