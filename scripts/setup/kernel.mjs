export const kernel = () => ({
  title: "TypeScript kernel",
  done: () => true,
  make: async () => {},
});
